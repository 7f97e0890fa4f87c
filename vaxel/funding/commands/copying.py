"""An agreement's terms copied to a new draft: streams, amounts, conditions, last days and parties."""

from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import Agreement, AgreementParty, Deadline, StreamAmount

SAME = "year name text reference owner_id orderer_id payer_id assessor_id rounding level unit_ore".split()


def copy_terms(agreement) -> Agreement:
    made = Agreement.objects.create(
        state=AgreementState.DRAFT, replaces=agreement, **{field: getattr(agreement, field) for field in SAME}
    )
    streams = {stream.pk: _copied(stream, agreement=made) for stream in agreement.streams.all()}
    for amount in StreamAmount.objects.filter(stream__agreement=agreement):
        _copied(amount, stream=streams[amount.stream_id])
    for condition in agreement.conditions.all():
        _copied(condition, agreement=made, stream=streams.get(condition.stream_id))
    for row in [*Deadline.objects.filter(agreement=agreement), *AgreementParty.objects.filter(agreement=agreement)]:
        _copied(row, agreement=made)
    return made


def _copied(row, **changed):
    """Django's own way to copy a row: the same fields, no key yet."""
    fresh = row.__class__.objects.get(pk=row.pk)
    fresh.pk, fresh._state.adding = None, True
    for name, value in changed.items():
        setattr(fresh, name, value)
    fresh.save()
    return fresh
