"""Decided by two: one puts the agreement up, another confirms or sends it back. What is frozen is said plainly first."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import moment
from vaxel.funding.commands.deciding import confirm, prepare, send_back
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.pages.sums import (
    by_which_key,
    changes_said,
    counted_kinds,
    differences_of,
    out_of_what,
    paid_against_pot,
)
from vaxel.funding.pages.wording import DECIDED
from vaxel.funding.permissions import DECIDES_MONEY
from vaxel.funding.queries.replaced import changed_since
from vaxel.funding.queries.sharing import sharing_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import LINKS
from vaxel.network.models import Person
from vaxel.network.wording import listed
from vaxel.rounds.commands.drafting import in_words
from vaxel.ui.refusal import Refusal

PAGE = "funding/pages/decide/page.html"


@access(DECIDES_MONEY)
def decide_page(request, agreement):
    found = agreement_of(agreement)
    if found.state in DECIDED:  # a second click, or a colleague was first
        messages.info(request, _("Överenskommelsen är beslutad. Här är kvittot."))
        return redirect("money_receipt", found.pk)
    if request.method != "POST":
        return _shown(request, found)
    try:
        return _done(request, found)
    except Refusal as no:
        return _shown(request, agreement_of(agreement), no)


def _done(request, agreement):
    match request.POST.get("act"):
        case "prepare":
            prepare(agreement, by=request.actor, revision=_revision(request))
            messages.success(request, _("Lämnad för beslut. Den gäller när en annan person hos er har bekräftat den."))
        case "send_back":
            send_back(agreement, by=request.actor)
            messages.success(request, _("Tillbaka som utkast. Nu kan den ändras."))
        case "confirm":
            confirm(agreement, by=request.actor)
            messages.success(request, _("Beslutad. Här är kvittot, som alla kan läsa och räkna om."))
            return redirect("money_receipt", agreement.pk)
        case _:
            raise Refusal(_("Välj vad som ska göras."), status=400)
    return redirect("money_agreement", agreement.pk)


def _revision(request):
    """The number the page was shown with: whoever decides, decides what was read."""
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None


def _shown(request, agreement, refused=None):
    prepared = agreement.state == AgreementState.PREPARED
    context = {
        "agreement": agreement,
        "prepared": prepared,
        "own_draft": prepared
        and agreement.prepared_by is not None
        and agreement.prepared_by == request.actor.person_id,
        "by": _prepared_by(agreement) if prepared else "",
        "refused": refused,
        "days": [(LINKS[row.link], row.day) for row in agreement.deadlines.all()],
        "conditions": list(agreement.conditions.all()),
        **_computed(agreement),
    }
    return render(request, PAGE, context, status=refused.status if refused else 200)


def _computed(agreement):
    try:
        sharing = sharing_of(agreement)
    except TermsError as no:
        return {"why": in_words(no.sentence)}
    changes = changed_since(agreement, sharing)
    return {
        "changes": changes,
        "changed": changes_said(changes),
        "who": listed(counted_kinds(sharing)),
        "sum": kronor(sharing.paid_ore),
        "against": paid_against_pot(sharing),
        "lines": differences_of(sharing.outputs["lines"]),
        "keys": [
            {"stream": one, "key": by_which_key(one), "of": out_of_what(one), "lines": differences_of(one["lines"])}
            for one in sharing.streams
        ],
    }


def _prepared_by(agreement):
    name = Person.objects.filter(public_id=agreement.prepared_by, erased_at=None).values_list("name", flat=True).first()
    when = moment(agreement.prepared_at, today(), get_language())
    return (
        _("%(name)s lämnade den för beslut %(when)s.") % {"name": name, "when": when}
        if name
        else _("Lämnad för beslut %(when)s.") % {"when": when}
    )
