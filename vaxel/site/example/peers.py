"""Falun has asked a neighbour to look at how it uses a programme, and has the answer to itself so far."""

import datetime as dt

from vaxel.adoption.commands.checks import invite_check, tell
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import Thing
from vaxel.calendar import clock
from vaxel.network.actor import ActiveMandate, Actor
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Body
from vaxel.notices import cancel
from vaxel.site.example.cast import FALUN

PEER = "2081"  # Borlänge
SAW = (
    "Personalen känner väl till programmet och frågorna ställs i första samtalet. Uppföljningen hänger på en person: "
    "se till att en till kan den."
)


def look_at_falun(sweden):
    thing = Thing.objects.get(name__endswith="ADHD")
    falun, peer = (_body(sweden, code) for code in (FALUN, PEER))
    with clock.standing_at(clock.now() - dt.timedelta(days=20)):
        check = invite_check(thing, falun, peer, by=sweden.actor("contact"), message="Titta gärna på uppföljningen.")
    visited = sweden.day - dt.timedelta(days=6)
    tell(check, by=_contact(sweden, peer), saw=SAW, stage=AdoptionStage.INITIAL_USE, visited_on=visited)
    cancel(prefix="check:")


def _body(sweden, code):
    return Body.objects.get(pk=next(place.body_id for place in sweden.places.values() if place.code == code))


def _contact(sweden, body):
    holder = sweden.contacts[body.pk]
    seat = ActiveMandate(holder.mandate_id, body.pk, "", Role.CONTACT)
    return Actor(person_id=holder.person_id, mandates=(seat,), current=seat)
