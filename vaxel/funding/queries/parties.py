"""Who may pay for a joint purpose, and with what: granted, left and inhabitants, as the sharing rules read them."""

from vaxel.calendar.clock import today
from vaxel.funding.domain.cost_share import Party
from vaxel.funding.models import PocketBalance
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Population
from vaxel.network.queries.asof import at


def in_county(county_id):
    """Its region and its municipalities, the region first; Gotland's one body once."""
    found = {body.pk: body for body in at(today()).below(county_id, sorted(PRINCIPALS))}
    return sorted(found.values(), key=lambda one: (one.kind != Kind.REGION, swedish_key(one.name)))


def parties(bodies, stream_ids, year, entered=None) -> list[tuple[Party, int | None]]:
    """Each with the stream that pays: the one of those given in which it has most left; None: money of its own."""
    pays = _pays([body.pk for body in bodies], stream_ids, year)
    people = _people([body.pk for body in bodies])
    return [_party(body, pays.get(body.pk), people, entered or {}, own=not stream_ids) for body in bodies]


def _party(body, balance, people, entered, *, own):
    granted = balance.granted + balance.received + balance.carried_in if balance else 0
    free = None if own else balance.left - balance.owed if balance else 0
    party = Party(body.pk, body.name, granted, people.get(body.pk, 0), entered.get(body.pk, 0), free)
    return party, balance.stream_id if balance else None


def _pays(bodies, streams, year):
    found: dict[int, PocketBalance] = {}
    for row in PocketBalance.objects.filter(body__in=bodies, stream__in=streams, year=year).order_by("left", "-pk"):
        found[row.body_id] = row
    return found


def _people(bodies):
    """The latest that is known. Of a body with two kinds the first: Gotland's people are as many in both."""
    rows = Population.objects.filter(body__in=bodies).order_by("reference_date", "pk")
    return {row.body_id: row.people for row in rows}
