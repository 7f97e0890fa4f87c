"""Whom a node may pass a round on to: those asked who wait there, those who already have it, others below."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.rounds.models import AlsoReached, Delivery

# A county's thousands of units are reached by their own region or municipality.
BELOW_PRINCIPAL = (Kind.UNIT, Kind.GROUP)
BELOW_OTHERS = (Kind.COUNTY, Kind.REGION, Kind.MUNICIPALITY, Kind.GROUP, Kind.USER_ORGANISATION)
MOST = 500  # on one page


@dataclass(frozen=True)
class Below:
    """`waiting` are ids (as text) of those who get it only when it is passed on: chosen from the start."""

    name: str
    choices: list[tuple[str, list[tuple[str, str]]]]
    waiting: list[str]
    passed_on: int


def below(round, node_id) -> Below:
    bodies = list(at(today()).below(node_id, _kinds(node_id))[:MOST])
    asked = dict(Delivery.objects.filter(round=round, body__in=bodies).values_list("body_id", "waits_at_id"))
    relayed = set(
        Delivery.objects.filter(round=round, body__in=bodies).exclude(via=None).values_list("body_id", flat=True)
    )
    relayed |= set(AlsoReached.objects.filter(round=round, body__in=bodies).values_list("body_id", flat=True))
    waiting = [body for body in bodies if asked.get(body.pk) == node_id]
    having = [body for body in bodies if body.pk in asked and not asked[body.pk] and body.pk not in relayed]
    others = [body for body in bodies if body.pk not in asked and body.pk not in relayed]
    groups = [
        (_("Väntar på att ni skickar vidare"), waiting),
        (_("Har fått den direkt"), having),
        (_("Inte tillfrågade"), others),
    ]
    choices = [(title, [(str(body.pk), body.name) for body in found]) for title, found in groups if found]
    name = at(today()).names([node_id]).get(node_id, "")
    return Below(name, choices, [str(body.pk) for body in waiting], len(relayed))


def _kinds(node_id):
    kind = Body.objects.filter(pk=node_id).values_list("kind", flat=True).first()
    return BELOW_PRINCIPAL if kind in PRINCIPALS else BELOW_OTHERS
