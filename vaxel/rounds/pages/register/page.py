"""A body's own register: what has come and gone, its own numbers, the file and the mail to its own system."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.register import mail_register, set_own_number
from vaxel.rounds.models import RegisterMail
from vaxel.rounds.permissions import CONFIRMING, KEEPS_REGISTER, READS_REGISTER, acts_at
from vaxel.rounds.queries.register import entries, heads, others_of, receipts_of, row_of, sent_by
from vaxel.ui.paging import page_of
from vaxel.ui.refusal import Refusal
from vaxel.ui.templatetags.numbers import count

SIZE = 50
MOST_ROWS = 20_000  # of a file; more is asked for in parts
FORMS = ("xlsx", "csv", "json")


@access(READS_REGISTER)
def register(request, body):
    rows = receipts_of(body)
    page = page_of(request, rows, size=SIZE)
    number = page.paginator.count
    context = {
        "name": at(today()).names([body]).get(body, ""),
        "body": body,
        "heading": ngettext("%(n)s handling har kommit och gått.", "%(n)s handlingar har kommit och gått.", number)
        % {"n": count(number)}
        if number
        else _("Inget har kommit eller gått än."),
        "page": page,
        "entries": entries(page.object_list, body),
        "sent": sent_by(body)[:SIZE] if page.number == 1 else [],
        "others": others_of(body)[:SIZE] if page.number == 1 else [],
        "mail": RegisterMail.objects.filter(body=body).first(),
        "may_keep": acts_at(request.actor, body, CONFIRMING),
    }
    return render(request, "rounds/pages/register/page.html", context)


@access(READS_REGISTER)
def register_file(request, body, form):
    if form not in FORMS:
        raise Refusal(_("Förteckningen finns som xlsx, csv och json."), status=404)
    rows = [*sent_by(body), *entries(receipts_of(body)[:MOST_ROWS], body), *others_of(body)[:MOST_ROWS]]
    rows.sort(key=lambda entry: entry.at, reverse=True)
    name = slugify(f"{_('handlingar')} {at(today()).names([body]).get(body, '')}")
    return files.spreadsheet_response(form, name, heads(), [row_of(entry) for entry in rows])


@require_POST
@access(KEEPS_REGISTER)
def register_keep(request, body):
    """One's own number on a thing, or where each item is mailed."""
    if "address" in request.POST:
        made = mail_register(body, request.POST["address"], by=request.actor)
        said = _("Varje ny handling mejlas till %s.") % made.address if made else _("Inget mejlas längre till diariet.")
    else:
        written = request.POST.get("round", "")
        round_id = int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else 0
        set_own_number(body, round_id, request.POST.get("number", ""), by=request.actor)
        said = _("Diarienumret är sparat.")
    messages.success(request, said)
    return redirect("register", body)
