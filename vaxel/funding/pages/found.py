"""What an address names; who may see it is decided before."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from vaxel.funding.models import Agreement, Scenario, Stream


def agreement_of(number) -> Agreement:
    return get_object_or_404(Agreement.objects.select_related("replaces", "decision"), pk=number)


def stream_of(agreement, number) -> Stream:
    """Of this very agreement: knowing another's number is of no use."""
    return get_object_or_404(Stream.objects.select_related("agreement"), agreement=agreement, pk=number)


def scenario_of(agreement, number) -> Scenario:
    return get_object_or_404(Scenario.objects.select_related("agreement"), agreement=agreement, pk=number)


def decision_of(agreement):
    """The receipt of a decided agreement; a draft has none."""
    decision = getattr(agreement, "decision", None)
    if decision is None:
        raise Http404
    return decision
