"""Three rounds that everybody (who.py) asks about, laid once for each test.

asked.wide    sent by the secretariat together with Halland to all, assessed by the northern healthcare region
asked.plain   the secretariat's own, to all
asked.small   the secretariat's own, to Mora, its school and Orsa
"""

from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands.rounds import send
from vaxel.rounds.models import Delivery, Round, RoundSender
from vaxel.rounds.tests.who import by_link, everybody, named

TO_ALL = ("municipality", "region", "unit")
AT_MORA = named("mora mora_approver mora_controller mora_registrar mora_member also_mora")
AT_ORSA = named("orsa orsa_approver")
AT_DALARNA = named("dalarna dalarna_member dalarna_approver")
AT_HALLAND = named("halland halland_contact")
AT_NORTH = named("north north_leader north_approver")
SECRETARIAT = named("secretary secretariat_member")
SYSTEM = {"system"}
MORE = {
    "halland_contact": ("halland", Role.CONTACT),
    "dalarna_approver": ("dalarna", Role.APPROVER),
    "north_approver": ("north", Role.APPROVER),
    "gotland_county": ("gotland_county", Role.COORDINATOR),
}


class Asked:
    def __init__(self, world):
        self.world = world
        self.people = everybody(world) | {
            name: world.actor(getattr(world, place), role) for name, (place, role) in MORE.items()
        }

    def draft(self) -> Round:
        """What becomes `wide`."""
        made = self.world.draft(kinds=TO_ALL)
        RoundSender.objects.create(round=made, body=self.world.halland)
        Round.objects.filter(pk=made.pk).update(assessor=self.world.north)
        made.refresh_from_db()
        return made

    def wide(self) -> Round:
        made = self.draft()
        send(made, by=self.world.secretary, received_at=self.world.now())
        return made

    def plain(self) -> Round:
        return self.world.sent(kinds=TO_ALL)

    def small(self) -> Round:
        places = [self.world.mora, self.world.school, self.world.orsa]
        return self.world.sent(audience={"bodies": [one.pk for one in places]})

    def part(self, round, body) -> Delivery:
        """Whoever answers by a link answers for this one from now on, if it is Mora's."""
        found = self.world.delivery(round, body)
        if body == self.world.mora:
            self.people["link"] = by_link(found)
        return found
