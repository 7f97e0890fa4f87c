"""What has moved of a body's grant under an agreement, as its own ledger posts it (documents/vouchers.py)."""

from vaxel.funding.documents.vouchers import Moved, Movement
from vaxel.funding.domain.entries import EntryKind as K
from vaxel.funding.models import LedgerEntry

AT_SOURCE = {
    K.REQUISITIONED: Movement.REQUISITIONED,
    K.POOLED: Movement.PASSED_ON,
    K.PASSED_ON: Movement.PASSED_ON,
    K.FEE: Movement.PASSED_ON,
    K.REPAID: Movement.REPAID,
}
AT_TARGET = {K.POOLED: Movement.RECEIVED, K.PASSED_ON: Movement.RECEIVED, K.FEE: Movement.RECEIVED}


def moved(agreement, body_id) -> list[Moved]:
    """Two queries. What was undone stands with both entries, as a ledger wants it."""
    rows = LedgerEntry.objects.filter(stream__agreement=agreement).select_related("stream").order_by("day", "pk")
    found = [
        *_moved(rows.filter(source=body_id, kind__in=AT_SOURCE), AT_SOURCE),
        *_moved(rows.filter(target=body_id, kind__in=AT_TARGET), AT_TARGET),
    ]
    return sorted(found, key=lambda one: one.day)


def _moved(rows, movements):
    for row in rows:
        ore = -row.ore if row.reverses_id else row.ore
        yield Moved(movements[K(row.kind)], row.day, ore, row.stream.title)
