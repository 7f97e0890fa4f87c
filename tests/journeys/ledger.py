"""Something of each page of the ledger in the example world: of its decided agreement, where there is one."""

import datetime as dt

from vaxel.calendar.clock import now, today
from vaxel.funding.commands.booking import Draft, book
from vaxel.funding.commands.money import claim, use
from vaxel.funding.models import Agreement, Decision, Grant, Payout, Pool, PoolPart, RepaymentClaim, Stream
from vaxel.network.actor import SYSTEM
from vaxel.network.models import Body


def of_the_ledger(body, county):
    """{"agreement", "stream", "year", "entry", "claim", "draft", "pool"} by their numbers, of the body's own money."""
    stream = _stream(body)
    year = stream.agreement.year
    entry = use(Body.objects.get(pk=body), stream, year, 100, today(), by=SYSTEM)
    last = today() + dt.timedelta(days=30)
    found = RepaymentClaim.objects.filter(entry__source=body).first() or claim(
        Body.objects.get(pk=body), stream, year, 100, by=SYSTEM, deadline=last, reason="Inte använt i tid."
    )
    return {
        "agreement": stream.agreement_id, "stream": stream.pk, "year": year, "entry": entry.pk, "claim": found.pk,
        "draft": _pool(county, body, "draft"), "pool": _pool(county, body, "proposed"),
    }  # fmt: skip


def _stream(body):
    granted = Grant.objects.filter(body=body, stream__entries__isnull=False).order_by("-share_ore").first()
    return granted.stream if granted else _granted(body)


def _granted(body):
    """An agreement of one stream, for as long as the example has none."""
    payer = Body.objects.get(kind="secretariat")
    made = Agreement.objects.create(
        year=today().year, name="Psykisk hälsa", owner=payer, payer=payer, assessor=payer, state="decided"
    )
    stream = Stream.objects.create(
        agreement=made, key="a", title="Utveckling utifrån handlingsplaner", pot_ore=10**9, receivers="municipality",
        allocation="entered",
    )  # fmt: skip
    decision = Decision.objects.create(
        agreement=made, version="1", inputs={}, outputs={}, sha256="0", prepared_at=now(), decided_at=now()
    )
    Grant.objects.create(decision=decision, stream=stream, body_id=body, share_ore=10**8)
    Payout.objects.create(decision=decision, body_id=body, kind="municipality", share_ore=10**8, payout_ore=10**8)
    common = {"day": today(), "stream": stream.pk, "year": made.year}
    book([Draft("pot", 10**9, target=payer.pk, **common)], by=SYSTEM)
    book([Draft("granted", 10**8, source=payer.pk, target=body, **common)], by=SYSTEM)
    return stream


def _pool(county, body, state):
    made = Pool.objects.create(
        owner_id=county, host_id=county, title="Gemensam samordnare", year=today().year, cost_ore=75_000_00, key="equal",
        state=state, proposed_at=now() if state == "proposed" else None,
    )  # fmt: skip
    PoolPart.objects.create(pool=made, body_id=body, ore=75_000_00)
    return made.pk
