"""What has moved of one's own grant, as vouchers to one's own ledger system: the accounts chosen here, the file SIE 4i."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import vaxel
from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.documents.sie import ENDING, MEDIA_TYPE, Books, sie_file
from vaxel.funding.documents.vouchers import vouchers
from vaxel.funding.models import Agreement
from vaxel.funding.models.visible import PUBLIC
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.pages.posting.form import AccountsForm
from vaxel.funding.permissions import OWN_MONEY
from vaxel.funding.queries.posting import moved
from vaxel.ui.templatetags.numbers import in_words_capital


@access(OWN_MONEY)
def posting_page(request, body, agreement):
    """Nothing is kept: the accounts go with the address, and the address stays with whoever wrote them."""
    found, whose = _decided(agreement), body_of(body)
    moves = moved(found, whose.pk)
    form = AccountsForm(request.GET or None, initial=AccountsForm.SUGGESTED)
    shown = vouchers(moves, form.accounts) if form.is_valid() else ()
    context = {
        "agreement": found,
        "heading": heading(len(moves)),
        "body": whose,
        "form": form,
        "moves": moves,
        "vouchers": shown,
        "file": f"{reverse('money_posting_file', args=[body, agreement])}?{request.GET.urlencode()}" if shown else "",
    }
    return render(request, "funding/pages/posting/page.html", context)


@access(OWN_MONEY)
def posting_file(request, body, agreement):
    found, whose = _decided(agreement), body_of(body)
    form, moves = AccountsForm(request.GET), moved(found, whose.pk)
    if not form.is_valid() or not moves:
        return redirect(f"{reverse('money_posting', args=[body, agreement])}?{request.GET.urlencode()}")
    content = sie_file(_books(found, whose, vouchers(moves, form.accounts), form.accounts.project))
    return files.send_bytes(f"medel-{agreement}.{ENDING}", MEDIA_TYPE, content)


def heading(number):
    if not number:
        return _("Det finns inget att bokföra än.")
    said = ngettext("En verifikation att bokföra hos er.", "%(n)s verifikationer att bokföra hos er.", number)
    return said % {"n": in_words_capital(number)}


def _decided(number):
    """A replaced version's money stands in the ledger of the one that holds."""
    return get_object_or_404(Agreement, pk=number, state__in=PUBLIC)


def _books(agreement, body, written, project):
    """Without an organisation number: the network keeps none, and SIE does not ask for one."""
    projects = ((project, agreement.name),) if project else ()
    return Books(body.name, "", today(), vaxel.__version__, written, projects)
