"""A stream of a draft: added, changed, taken away. Amounts that no rule computes have a page of their own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.funding.commands.streams import drop_stream, save_stream
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.funding.pages.found import agreement_of, stream_of
from vaxel.funding.pages.stream.form import StreamForm, counted_days, initial_of
from vaxel.funding.permissions import EDITS_MONEY
from vaxel.funding.policies import why_not
from vaxel.network.pages.saying_no import refused_in, status_of

PAGE = "funding/pages/stream/page.html"
BY_HAND = {Allocation.ENTERED, Allocation.SHARES}


@access(EDITS_MONEY)
def new_stream(request, agreement):
    return _page(request, agreement_of(agreement), None)


@access(EDITS_MONEY)
def stream_page(request, agreement, stream):
    found = agreement_of(agreement)
    return _page(request, found, stream_of(found, stream))


def _page(request, agreement, stream):
    if request.method != "POST" and (why := why_not(agreement.state, AgreementAct.EDIT)):
        messages.info(request, why)
        return redirect("money_agreement", agreement.pk)
    if request.method == "POST" and stream and "drop" in request.POST:
        drop_stream(stream, by=request.actor)
        messages.success(request, _("Inriktningen är borttagen."))
        return redirect("money_agreement", agreement.pk)
    form = StreamForm(request.POST) if request.method == "POST" else StreamForm(initial=_initial(stream))
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            saved = save_stream(agreement, by=request.actor, stream=stream, **form.written())
            return _onward(request, agreement, saved)
    context = {"agreement": agreement, "stream": stream, "form": form}
    return render(request, PAGE, context, status=status_of(form))


def _initial(stream):
    if stream:
        return initial_of(stream)
    days = counted_days()
    return {
        "receivers": Receivers.MUNICIPALITY,
        "allocation": Allocation.POPULATION,
        "reference_date": days[0].isoformat() if days else "",
    }


def _onward(request, agreement, stream):
    """Straight to the table where there must be one and is none."""
    if stream.allocation in BY_HAND and not stream.amounts.exists():
        messages.success(request, _("Inriktningen är sparad. Nu fattas beloppen."))
        return redirect("money_amounts", agreement.pk, stream.pk)
    messages.success(request, _("Inriktningen är sparad."))
    return redirect("money_agreement", agreement.pk)
