"""What an address names; who may see it is decided before."""

from django.shortcuts import get_object_or_404

from vaxel.funding.models import Contract


def contract_of(number) -> Contract:
    rows = Contract.objects.select_related("agreement", "stream", "parent", "payer", "body", "drafter", "replaces")
    return get_object_or_404(rows, pk=number)
