"""An agreement, decided, in the tests' little Sweden: 6 Mkr to each healthcare region, at least 30 % to municipalities.

Laid straight in the tables: what contracts need of it, without the commands that write and decide agreements.
"""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.terms import Allocation, Receivers
from vaxel.funding.models import Agreement, Condition, Deadline, Decision, Grant, Stream

SIX_MILLION = 6_000_000_00


def decided(world, *, least=30, pay=SIX_MILLION, receivers=None, by=None) -> Stream:
    """The stream; `receivers` are bodies, the two healthcare regions unless told; `by` owns, orders and pays it."""
    year = world.today().year
    secretariat = by or world.secretariat
    agreement = Agreement.objects.create(
        year=year, name=f"Överenskommelsen {year}", reference="3500", state=AgreementState.DECIDED,
        owner=secretariat, orderer=secretariat, payer=secretariat, assessor=secretariat,
    )  # fmt: skip
    for link, day in {
        Link.CONTRACTS: dt.date(year, 10, 31),
        Link.INTERIM: dt.date(year, 10, 31),
        Link.BODY_REPORT: dt.date(year + 1, 1, 31),
    }.items():
        Deadline.objects.create(agreement=agreement, link=link, day=day)
    receivers = [world.north, world.south] if receivers is None else receivers
    stream = Stream.objects.create(
        agreement=agreement, key="centra", title="regionala resurscentra", pot_ore=pay * len(receivers),
        receivers=Receivers.HEALTHCARE_REGION, allocation=Allocation.EQUAL,
    )  # fmt: skip
    if least:
        Condition.objects.create(
            agreement=agreement, kind=ConditionKind.MUNICIPAL_SHARE, text="Minst 30 procent", least_percent=least
        )
    decision = Decision.objects.create(
        agreement=agreement, version="1", inputs={}, outputs={}, sha256="0" * 64, prepared_at=clock.now(),
        decided_at=clock.now(),
    )  # fmt: skip
    Grant.objects.bulk_create(Grant(decision=decision, stream=stream, body=one, share_ore=pay) for one in receivers)
    return stream
