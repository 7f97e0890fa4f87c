"""Decisions to erase one person's data: which there are, a new one, and one decided and carried out."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.models import Body, Person
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.asof import at
from vaxel.privacy.commands.deciding import decide, draft, withdraw
from vaxel.privacy.domain.regime import Regime, needs_another, regime_of
from vaxel.privacy.models import ErasureDecision
from vaxel.privacy.pages.decisions.form import Proposal
from vaxel.privacy.permissions import DECIDES_ERASURE
from vaxel.privacy.words import GROUNDS, REGIMES, SCOPES
from vaxel.ui.paging import page_of
from vaxel.ui.templatetags.numbers import in_words_capital

SIZE = 30


@access(DECIDES_ERASURE)
def decisions(request):
    rows = ErasureDecision.objects.select_related("person").order_by("-drafted_at", "-pk")
    page = page_of(request, rows, size=SIZE)
    waiting = rows.filter(carried_out_at=None).count()
    words = ngettext("En radering väntar på beslut.", "%(n)s raderingar väntar på beslut.", waiting)
    context = {
        "heading": words % {"n": in_words_capital(waiting)} if waiting else _("Ingen radering väntar på beslut."),
        "page": page,
        "rows": [{"it": one, "scope": SCOPES[one.scope]} for one in page.object_list],
    }
    return render(request, "privacy/pages/decisions/page.html", context)


@access(DECIDES_ERASURE)
def new_decision(request):
    body = get_object_or_404(Body, pk=request.actor.body_id)
    regime = regime_of(body.kind, settings.PRIVACY_REGIME)
    form = Proposal(request.POST if request.method == "POST" else None, regime=regime)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = draft(form.person, by=request.actor, **form.said())
            return redirect("erasure", made.pk)
    context = {"form": form, "regime": REGIMES[regime]}
    return render(request, "privacy/pages/decisions/new.html", context, status=status_of(form))


@access(DECIDES_ERASURE)
def decision(request, decision):
    found = get_object_or_404(ErasureDecision.objects.select_related("person"), pk=decision)
    if request.method == "POST":
        if request.POST.get("act") == "withdraw":
            withdraw(found, by=request.actor)
            messages.success(request, _("Förslaget är borttaget. Inget är raderat."))
            return redirect("erasures")
        decide(found, by=request.actor)
        messages.success(request, _("Uppgifterna är raderade."))
        return redirect("erasure", found.pk)
    names = dict(
        Person.objects.filter(public_id__in=[found.drafted_by, found.decided_by], erased_at=None).values_list(
            "public_id", "name"
        )
    )
    context = {
        "decision": found,
        "person": found.person,
        "body": at(today()).names([found.body_id]).get(found.body_id, ""),
        "regime": REGIMES[Regime(found.regime)],
        "ground": GROUNDS[found.ground],
        "scope": SCOPES[found.scope],
        "drafted_by": names.get(found.drafted_by, ""),
        "decided_by": names.get(found.decided_by, ""),
        "waits_for_another": needs_another(Regime(found.regime)) and found.drafted_by == request.actor.person_id,
        "rows": sum(found.outcome.values()),
        "outcome": found.outcome.items(),
    }
    return render(request, "privacy/pages/decisions/one.html", context)
