"""Signals in the tiny Sweden of rounds' tests (vaxel/rounds/tests/world.py): Mora and Falun in Dalarna, Laholm in Halland."""

from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.signals.commands.writing import Words, say, write


def words(place, **given):
    plain = {
        "kind": "need",
        "title": "Långa väntetider till samtalsstöd",
        "text": "Unga väntar i fyra månader på samtalsstöd. Elevhälsan ringer oss varje vecka.",
        "place_id": place.pk,
        "group": "children",
    }
    return Words(**{**plain, **given})


class Signals:
    """`of(world.mora)` is one from Mora's contact, waiting at Dalarna's desk."""

    def __init__(self, world):
        self.world = world

    def of(self, body, *, role=Role.CONTACT, own_first=False, **given):
        by = self.world.actor(body, role)
        given.setdefault("place", body)
        return write(
            words(given.pop("place"), **given),
            by=by,
            own_first=own_first,
            key=self.world.key(),
            received_at=self.world.now(),
        )

    def from_public(self, place, *, email="", **given):
        return say(words(place, **given), email=email, key=self.world.key(), received_at=self.world.now())

    @property
    def county(self):
        return self.world.actor(self.world.dalarna, Role.COORDINATOR)

    @property
    def centre(self):
        return self.world.actor(self.world.north, Role.PROCESS_LEADER)

    @property
    def nation(self):
        return self.world.secretary

    def now(self):
        """What every command wants besides: when it reached us, and the form's own key."""
        return {"received_at": self.world.now(), "key": self.world.key()}

    def author_address(self, actor):
        return Person.objects.get(public_id=actor.person_id).email
