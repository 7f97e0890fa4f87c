"""Granted money as open data, in the shape of 360Giving: one agreement's, or all that hold."""

from django.conf import settings
from django.http import Http404
from django.urls import reverse

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.funding.documents.giving import CSV_TYPE, JSON_TYPE, giving_csv, giving_json
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement
from vaxel.funding.permissions import READS_MONEY
from vaxel.funding.queries.giving import given

WRITERS = {"json": (JSON_TYPE, giving_json), "csv": (CSV_TYPE, giving_csv)}


@access(PUBLIC)
def giving_file(request, form):
    """All agreements that hold. What a later version has replaced is told as amendments, under the same ids."""
    return _file(holding(), form, "vaxel-medel")


@access(READS_MONEY)
def agreement_giving_file(request, agreement, form):
    found = holding().filter(pk=agreement)
    if not found:
        raise Http404
    return _file(found, form, f"vaxel-medel-{agreement}")


def holding():
    return Agreement.objects.filter(state=AgreementState.DECIDED)


def _file(agreements, form, name):
    if form not in WRITERS:
        raise Http404
    media_type, write = WRITERS[form]
    return files.send_bytes(f"{name}.{form}", media_type, write(given(agreements, address_of)))


def address_of(agreement) -> str:
    return settings.BASE_URL.rstrip("/") + reverse("money_receipt", args=[agreement.pk])
