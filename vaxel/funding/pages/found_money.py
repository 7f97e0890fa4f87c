"""What an address of the ledger names; who may see it is decided before."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from vaxel.funding.models import Stream
from vaxel.funding.queries.naming import full_names
from vaxel.network.models import Body


def body_of(number) -> Body:
    """With its name of today, or the last it had."""
    body = get_object_or_404(Body, pk=number)
    body.name = full_names({body.pk}).get(body.pk, "")
    return body


def pocket_of(body, stream, year) -> Stream:
    """The stream of a pocket that the body has."""
    if not body.balances.filter(stream=stream, year=year).exists():
        raise Http404
    return get_object_or_404(Stream.objects.select_related("agreement"), pk=stream)
