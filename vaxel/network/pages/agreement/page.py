"""A county's agreement: what it permits, who has signed, what is shared, when to decide anew."""

import datetime as dt

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel import files, journal
from vaxel.accounts.access import access
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.files.models import Attachment
from vaxel.network.agreement_wording import LOOKS, PERMITS, RENEWALS, RESOURCES, STANDINGS
from vaxel.network.commands import agreements as commands
from vaxel.network.domain.agreements import Permits, Renewal, Standing
from vaxel.network.models import CountyAgreement
from vaxel.network.pages.agreement.form import EndForm, RenewForm
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import SEES_AGREEMENT, drafts_agreement, signs_for
from vaxel.network.queries.agreements import agreed
from vaxel.network.wording import listed
from vaxel.ui.refusal import Refusal
from vaxel.ui.templatetags.numbers import in_words, in_words_capital

OWNER = "network.countyagreement"
DAY = dt.timedelta(days=1)


@access(SEES_AGREEMENT)
def agreement(request, agreement_id):
    found = get_object_or_404(CountyAgreement.objects.select_related("county"), pk=agreement_id)
    ending, renewing = _bound(EndForm, "end", request), _bound(RenewForm, "renew", request)
    if request.method != "POST":
        return _page(request, found, ending, renewing, 200)
    acts = {"sign": _sign, "propose": _propose, "call_back": _call_back, "end": _end, "renew": _renew}
    do = request.POST.get("do")
    if do not in acts:
        raise Refusal(_("Sidan känner inte igen vad som skulle göras. Ladda om den och försök igen."), status=400)
    form = {"end": ending, "renew": renewing}.get(do)
    if form is None:
        return acts[do](request, found)
    if form.is_valid():
        with refused_in(form):
            return acts[do](request, found, form.cleaned_data)
    return _page(request, found, ending, renewing, status_of(form))


@access(SEES_AGREEMENT)
def document(request, agreement_id, document):
    found = Attachment.objects.of(OWNER, agreement_id).filter(public_id=document).first()
    if found is None:
        raise Http404
    return files.serve(found)


def _bound(kind, do, request):
    return kind(request.POST if request.POST.get("do") == do else None, auto_id=f"{do}_%s")


def _sign(request, found):
    commands.sign_agreement(found, by=request.actor)
    messages.success(request, _("Ni har skrivit under för er del."))
    return redirect("agreement", found.pk)


def _propose(request, found):
    commands.propose_agreement(found, by=request.actor)
    messages.success(request, _("Överenskommelsen är lagd för underskrift. Varje part skriver under för sig."))
    return redirect("agreement", found.pk)


def _call_back(request, found):
    commands.call_back_agreement(found, by=request.actor)
    messages.success(request, _("Överenskommelsen är ett utkast igen. Den som hade skrivit under gör det på nytt."))
    return redirect("agreement_edit", found.pk)


def _end(request, found, data):
    commands.end_agreement(found, by=request.actor, day=data["day"], note=data["note"])
    messages.success(request, _("Överenskommelsen är avslutad."))
    return redirect("agreement", found.pk)


def _renew(request, found, data):
    ends = data["last_day"] + DAY if data["last_day"] else FOREVER
    made = commands.renew_agreement(found, ends, by=request.actor)
    messages.success(request, _("Här är ett utkast som följer efter. Lägg det för underskrift när det är klart."))
    return redirect("agreement", made.pk)


def _page(request, found, ending, renewing, status):
    seen = agreed(found.pk)
    mine = found.parties.select_related("body").filter(body=request.actor.body_id).first()
    signs = bool(mine) and signs_for(request.actor, mine.body)
    drafts = drafts_agreement(request.actor, found.county_id)
    in_force = seen.standing == Standing.IN_FORCE
    context = {
        "seen": seen,
        "heading": _heading(seen),
        "lead": _lead(seen),
        "standing": STANDINGS[seen.standing],
        "look": LOOKS.get(seen.standing, ""),
        "permits": [PERMITS[one] for one in Permits if one in seen.permits],
        "renewal": RENEWALS[seen.terms.renewal],
        "last_day": None if seen.ends == FOREVER else seen.ends - DAY,
        "resources": [(one, RESOURCES[one.kind]) for one in seen.resources],
        "documents": Attachment.objects.of(OWNER, found.pk),
        "follows": found.follows_id,
        "followed_by": found.followed_by.filter(proposed_at__isnull=False).first()
        if not drafts
        else found.followed_by.first(),
        "signs": signs and mine.signed_on is None and seen.standing == Standing.WAITING,
        "signed": bool(mine) and mine.signed_on,
        "proposes": drafts and seen.standing == Standing.DRAFT,
        "calls_back": drafts and seen.standing == Standing.WAITING,
        "ending": ending if in_force and (drafts or signs) else None,
        "renews_itself": seen.terms.renewal == Renewal.YEARLY,
        "renewing": renewing
        if in_force and drafts and seen.ends != FOREVER and not found.followed_by.exists()
        else None,
        "history": journal.of(found),
        "trail_name": seen.title,
    }
    return render(request, "network/pages/agreement/page.html", context, status=status)


def _heading(seen):
    words = {"title": seen.title, "n": in_words(len(seen.parties), "en")}
    match seen.standing:
        case Standing.IN_FORCE:
            return _("%(title)s gäller. Alla parter har skrivit under.") % words
        case Standing.WAITING:
            words["signed"] = in_words_capital(len(seen.signed), "en")
            return _("%(signed)s av %(n)s parter har skrivit under.") % words
        case Standing.COMING:
            return _("Alla parter har skrivit under. Den gäller från startdagen.")
        case Standing.ENDED:
            return _("%(title)s har upphört.") % words
    return _("%(title)s är ett utkast.") % words


def _lead(seen):
    if seen.standing == Standing.WAITING:
        return _("Väntar på %(names)s. Den gäller när den sista har skrivit under.") % {
            "names": listed([party.name for party in seen.unsigned])
        }
    if seen.renewal_due and seen.standing == Standing.IN_FORCE:
        days = (seen.ends - today()).days
        if seen.terms.renewal == Renewal.YEARLY:
            return ngettext(
                "Den förlängs ett år i morgon, om ingen avslutar den innan.",
                "Den förlängs ett år om %(n)s dagar, om ingen avslutar den innan.",
                days,
            ) % {"n": days}
        return ngettext(
            "Den går ut i morgon. Bestäm om den ska förnyas.",
            "Den går ut om %(n)s dagar. Bestäm om den ska förnyas.",
            days,
        ) % {"n": days}
    return ""
