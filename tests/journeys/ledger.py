"""Something of each page of the ledger in the example world, of an agreement that it holds."""

import datetime as dt

from vaxel.calendar.clock import now, today
from vaxel.funding.commands.money import claim, use
from vaxel.funding.models import Grant, Pool, PoolPart, RepaymentClaim
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
    """Of the latest agreement: earlier years' money is used up."""
    granted = Grant.objects.filter(body=body, stream__entries__isnull=False)
    return granted.order_by("-stream__agreement__year", "-share_ore").first().stream


def _pool(county, body, state):
    made = Pool.objects.create(
        owner_id=county, host_id=county, title="Gemensam samordnare", year=today().year, cost_ore=75_000_00, key="equal",
        state=state, proposed_at=now() if state == "proposed" else None,
    )  # fmt: skip
    PoolPart.objects.create(pool=made, body_id=body, ore=75_000_00)
    return made.pk
