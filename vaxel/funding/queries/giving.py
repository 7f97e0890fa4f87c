"""What decided agreements have granted, as open data reads it (documents/giving.py): one grant per receiver and agreement.

A grant keeps its id through an agreement's versions; what an earlier version gave is an amendment.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.funding.documents.giving import Amendment, Given, Organisation, Programme, chained
from vaxel.funding.models import Agreement, Decision, Grant, Payout
from vaxel.funding.queries.terms import receivers_day
from vaxel.funding.queries.versions import earlier_versions, first_versions
from vaxel.network.models import Body
from vaxel.network.queries.asof import at

Receiver = tuple[int, str]  # body and kind: Gotland receives as two


def given(agreements: Iterable[Agreement], address: Callable[[Agreement], str]) -> list[Given]:
    """As many queries for many as for one. `address`: where the receipt is read."""
    wanted = [one for one in agreements if one.payer_id]
    before, first = earlier_versions(), first_versions()
    told = {pk for one in wanted for pk in (one.pk, *before[one.pk])}
    decisions = {
        one.agreement_id: one for one in Decision.objects.filter(agreement__in=told).defer("inputs", "outputs")
    }
    paid, shares = _paid(told), _shares([one.pk for one in wanted])
    called = _organisations(wanted, paid)
    found = []
    for one in wanted:
        history = [(decisions[pk], paid[pk]) for pk in (*before[one.pk], one.pk) if pk in decisions]
        grants = [
            _given(one, receiver, history, shares[one.pk], called[one.pk], first[one.pk], address(one))
            for receiver in sorted({receiver for _decision, sums in history for receiver in sums})
        ]
        found += chained(grants)
    return found


def _given(agreement, receiver, history, shares, called, first, url):
    body, kind = receiver
    sums = [(decision, amounts.get(receiver, 0)) for decision, amounts in history]
    awarded = next(decision for decision, ore in sums if ore or decision is sums[-1][0])
    return Given(
        id=f"vaxel-{first}-{called[body].id.removeprefix('vaxel-')}-{kind}",
        title=f"{agreement.name} {agreement.year}" if str(agreement.year) not in agreement.name else agreement.name,
        description="; ".join(one.title for one in shares[receiver]),
        amount_ore=sums[-1][1],
        awarded_on=swedish_day(awarded.decided_at),
        modified_at=sums[-1][0].decided_at,
        recipient=called[body],
        funder=called[agreement.payer_id],
        programmes=tuple(shares[receiver]),
        url=url,
        amendments=_amendments(sums),
    )


def _amendments(sums):
    """What was awarded before, each time it was changed, and the day from which it held."""
    return tuple(
        Amendment(swedish_day(old.decided_at), was) for (old, was), (_new, now) in pairwise(sums) if was not in (now, 0)
    )


def _paid(agreements):
    found: dict[int, dict[Receiver, int]] = defaultdict(dict)
    rows = Payout.objects.filter(decision__agreement__in=agreements)
    for agreement, body, kind, ore in rows.values_list("decision__agreement", "body", "kind", "payout_ore"):
        found[agreement][body, kind] = ore
    return found


def _shares(agreements):
    found: dict[int, dict[Receiver, list[Programme]]] = defaultdict(lambda: defaultdict(list))
    rows = Grant.objects.filter(decision__agreement__in=agreements).order_by("stream__place", "stream")
    columns = ("decision__agreement", "body", "stream__receivers", "stream__key", "stream__title", "share_ore")
    for agreement, body, kind, key, title, ore in rows.values_list(*columns):
        found[agreement][body, kind].append(Programme(key, title, ore))
    return found


def _organisations(agreements, paid):
    """Agreement → body → as it was called when receivers were told. One query per year."""
    bodies = {body for sums in paid.values() for body, _kind in sums} | {one.payer_id for one in agreements}
    keys = dict(Body.objects.filter(pk__in=bodies).values_list("pk", "reference_key"))
    years = {year: _named(bodies, keys, receivers_day(year)) for year in {one.year for one in agreements}}
    return {one.pk: years[one.year] for one in agreements}


def _named(bodies, keys, day):
    return {body.pk: _organisation(body, keys[body.pk]) for body in at(day).named(bodies)}


def _organisation(body, key):
    return Organisation(f"vaxel-{(key or f'body:{body.pk}').replace(':', '-')}", body.name or "–", body.code or "")
