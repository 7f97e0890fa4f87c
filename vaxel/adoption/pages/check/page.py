"""A check by a peer: what the body asked, what the peer saw, and whether it is shown. For the two of them alone."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.adoption.commands import checks
from vaxel.adoption.domain.asking import MOVES, allowed
from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import PeerCheck
from vaxel.adoption.pages.register.form import ORDER
from vaxel.adoption.permissions import READS_CHECK, registers
from vaxel.adoption.words import CHECKS, DOES, does
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.asof import at
from vaxel.rounds.words import capital
from vaxel.ui.refusal import Refusal

PAGE = "adoption/pages/check/page.html"


class Seen(forms.Form):
    use_required_attribute = False
    saw = forms.CharField(
        label=gettext_lazy("Vad såg ni?"),
        max_length=8000,
        help_text=gettext_lazy("Vad som fungerar, vad som återstår och ett råd på vägen."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Skriv vad ni såg.")},
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("Hur långt har de kommit, som ni ser det?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj hur långt de har kommit.")},
    )
    visited_on = SwedishDateField(label=gettext_lazy("När var ni där?"), latest=today)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [(int(stage), capital(DOES[stage])) for stage in ORDER]


@access(READS_CHECK)
def check_page(request, check):
    found = get_object_or_404(PeerCheck.objects.select_related("thing", "body", "peer"), pk=check)
    form = Seen(request.POST) if "saw" in request.POST else Seen(initial={"visited_on": today()})
    if request.method == "POST":
        if form.is_bound and form.is_valid() and _told(request, found, form):
            return redirect("peer_check", found.pk)
        if not form.is_bound:
            return _moved(request, found)
    return render(request, PAGE, _context(request, found, form), status=status_of(form))


def _told(request, found, form):
    data = form.cleaned_data
    with refused_in(form):
        checks.tell(found, by=request.actor, saw=data["saw"], stage=int(data["stage"]), visited_on=data["visited_on"])
        messages.success(request, _("Tack. Den som bjöd in ser det nu, och ingen annan."))
    return not form.errors


def _moved(request, found):
    act = {"withdraw": checks.withdraw, "decline": checks.decline, "show": checks.show, "keep": checks.keep}.get(
        request.POST.get("act", "")
    )
    if act is None:
        raise Http404
    try:
        act(found, by=request.actor)
    except Refusal as no:
        messages.error(request, no.message)
    return redirect("peer_check", found.pk)


def _context(request, found, form):
    names = at(today()).names([found.body_id, found.peer_id])
    mine = {"body": registers(request.actor, found.body_id), "peer": registers(request.actor, found.peer_id)}
    may = {act: mine[who] and allowed(act, CheckState(found.state)) for act, (who, _from, _to) in MOVES.items()}
    return {
        "check": found,
        "thing": found.thing,
        "body_name": names.get(found.body_id, ""),
        "peer_name": names.get(found.peer_id, ""),
        "state": CHECKS[found.state],
        "is_body": found.body_id in request.actor.body_ids,
        "may": may,
        "form": form if may["tell"] else None,
        "does": does(AdoptionStage(found.stage)) if found.stage is not None else "",
    }
