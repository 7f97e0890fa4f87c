"""What a decision leaves behind: the receipt, and each receiver's grants and payout as rows."""

from vaxel.calendar import clock
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.receipt import receipt
from vaxel.funding.models import Decision, Grant, Payout
from vaxel.funding.queries.areas import codes_of
from vaxel.funding.queries.terms import areas_for, receivers_day, terms_of


def record_decision(agreement, *, by) -> Decision:
    """Computed anew from the terms as they are locked, so that the receipt is of what was decided."""
    terms = terms_of(agreement)
    areas = areas_for(terms)
    result = allocate(terms, areas)
    sealed = receipt(terms, areas, result)
    decision = Decision.objects.create(
        agreement=agreement,
        version=sealed.version,
        inputs=sealed.inputs,
        outputs=sealed.outputs,
        sha256=sealed.sha256,
        prepared_by=agreement.prepared_by,
        prepared_at=agreement.prepared_at,
        decided_by=by.person_id,
        decided_at=clock.now(),
    )
    _record_rows(decision, agreement, result)
    return decision


def _record_rows(decision, agreement, result):
    day = receivers_day(agreement.year)
    kinds = {stream.receivers for stream in result.streams}
    bodies = {kind: {code: body for body, code in codes_of(kind, day).items()} for kind in kinds}
    streams = {stream.key: stream for stream in agreement.streams.all()}
    Grant.objects.bulk_create(
        Grant(
            decision=decision,
            stream=streams[stream.key],
            body_id=bodies[stream.receivers][share.code],
            share_ore=share.share_ore,
        )
        for stream in result.streams
        for share in stream.shares
    )
    Payout.objects.bulk_create(
        Payout(
            decision=decision,
            body_id=bodies[one.kind][one.code],
            kind=one.kind,
            share_ore=one.share_ore,
            payout_ore=one.payout_ore,
        )
        for one in result.payouts
    )
