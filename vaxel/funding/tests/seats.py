"""Who asks for money's sake: everybody in the tiny Sweden, and every role at each of the four that an agreement names.

seats = make_seats(world)
seats.agreement                       # owner, orderer, payer and assessor are four agencies
seats.at("payer", ACT)                # {"payer_contact", …}
"""

from vaxel.funding.models import Agreement, Stream
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Tie
from vaxel.rounds.tests.who import everybody, named
from vaxel.rounds.tests.world import body

NAMED = ("owner", "orderer", "payer", "assessor")
WRITE = "secretariat controller coordinator"
SEND = "secretariat controller coordinator process_leader"
ACT = "secretariat controller coordinator process_leader contact approver"
AT_MORA = named("mora mora_approver mora_controller mora_registrar mora_member also_mora")
IN_DALARNA = AT_MORA | named(
    "dalarna dalarna_member region region_approver clinic school falun orsa orsa_approver system"
)
SYSTEM = {"system"}
EVERY_ROLE = " ".join(Role)


class Seats:
    """Bodies by what the agreement names them; `board` lies below Dalarna in the state's tree alone."""

    def __init__(self, world):
        self.world = world
        self.bodies = {name: body(Kind.AGENCY, f"Myndigheten {name}") for name in NAMED}
        self.agreement = Agreement.objects.create(year=2020, name="Psykisk hälsa 2020", **self.bodies)
        self.stream = Stream.objects.create(
            agreement=self.agreement, key="a", title="A", pot_ore=1, receivers="municipality", allocation="entered"
        )
        self.board = body(Kind.AGENCY, "Länsstyrelsen i Dalarnas län")
        Tie.objects.create(tree=Tree.STATE, child=self.board, parent=world.dalarna, parent_kind=Kind.COUNTY)
        rebuild_closure(Tree.STATE)
        seated = {f"{name}_{role}": world.actor(one, role) for name, one in self.bodies.items() for role in Role}
        self.people = everybody(world) | seated | {"board": world.actor(self.board)}

    def at(self, name, roles=EVERY_ROLE) -> set[str]:
        return {f"{name}_{role}" for role in roles.split()}

    @property
    def all_four(self) -> set[str]:
        return set().union(*(self.at(name) for name in NAMED))

    def unnamed(self) -> Agreement:
        """Written by the owner; nobody else is named yet."""
        return Agreement.objects.create(year=2021, name="Psykisk hälsa 2021", owner=self.bodies["owner"])


def make_seats(world) -> Seats:
    return Seats(world)
