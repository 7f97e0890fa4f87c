"""Everything that bodies, deciders, counties and the network may do to two rounds, each as one word to put in any order.

play = Play(world)                                 # people and rounds are made first: acts may then be done by threads
play.act("submit", "falun", "stepwise", number=3)  # the receipt, or the Refusal it met
play.faults()                                      # every projection told again: empty when all is right
"""

import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Count, Q

from vaxel.calendar import clock
from vaxel.network import checks as network
from vaxel.network.actor import SYSTEM
from vaxel.network.commands.ties import move
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Tie
from vaxel.rounds import checks
from vaxel.rounds.commands import answers, deliveries, rounds
from vaxel.rounds.commands.folding import fold
from vaxel.rounds.domain.kinds import AnswerStatus, Route
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import Delivery
from vaxel.ui.refusal import Refusal

BODIES = ("falun", "mora", "orsa", "varberg", "school")  # orsa decides in two steps; the school is a unit of Mora
ROUNDS = ("direct", "stepwise")
COUNTIES = ("dalarna", "halland")
ACTS = (
    "confirm write submit decide send_back decline nothing withdraw"
    " relay ask_for_more approve register prolong move fold"
).split()


class Play:
    def __init__(self, world):
        self.world = world
        self.people = {name: self._people(getattr(world, name)) for name in (*BODIES, *COUNTIES)}
        self.rounds = {
            "direct": world.sent(kinds=["municipality", "unit"]).pk,
            "stepwise": world.sent(kinds=["municipality", "unit"], route=Route.STEPWISE).pk,
        }

    def _people(self, body):
        roles = (Role.CONTACT, Role.APPROVER, Role.COORDINATOR)
        return {role: self.world.actor(body, role) for role in roles}

    def act(self, name, body, round, *, number=0, key=None):
        """One act, as a page would do it: read anew, then the command. A key sent twice is the same form."""
        mine = Delivery.objects.select_related("round", "body").get(round=self.rounds[round], body=self.body(body))
        form = {"key": key or uuid.uuid4().hex, "received_at": clock.now()}
        try:
            return getattr(self, f"_{name}")(body, mine, number, form)
        except Refusal as no:
            return no

    def body(self, name):
        return getattr(self.world, name)

    def by(self, name, role=Role.CONTACT):
        return self.people[name][role]

    def above(self, name):
        """Who passes on and compiles: a unit's principal, anyone else's county of today."""
        if name == "school":
            return "mora"
        parents = Tie.objects.at(clock.today()).filter(child=self.body(name), parent_kind=Kind.COUNTY)
        county = parents.values_list("parent", flat=True).get()
        return next(one for one in COUNTIES if self.body(one).pk == county)

    # -- the body itself ----------------------------------------------------------------------------------------------

    def _confirm(self, name, mine, _number, form):
        return deliveries.confirm_receipt(mine, by=self.by(name), **form)

    def _write(self, name, mine, number, _form):
        return answers.save_draft(mine, {"q1": str(number)}, by=self.by(name))

    def _submit(self, name, mine, _number, form):
        return answers.submit(mine, by=self.by(name), **form)

    def _decide(self, name, mine, _number, form):
        return answers.decide(mine, by=self.by(name, Role.APPROVER), **form)

    def _send_back(self, name, mine, _number, _form):
        return answers.send_back(mine, "Se över fråga 1.", by=self.by(name, Role.APPROVER))

    def _decline(self, name, mine, _number, form):
        return deliveries.decline(mine, "Vi tog inte emot medlen.", by=self.by(name), **form)

    def _nothing(self, name, mine, _number, form):
        return deliveries.nothing_to_report(mine, by=self.by(name), **form)

    def _withdraw(self, name, mine, _number, form):
        return answers.withdraw(mine, by=self.by(name), **form)

    # -- those above --------------------------------------------------------------------------------------------------

    def _relay(self, name, mine, number, form):
        """Alone, or together with another body: two counties may then want each other's."""
        above = self.above(name)
        role = Role.CONTACT if name == "school" else Role.COORDINATOR
        others = [mine.body_id, self.body(BODIES[number % len(BODIES)]).pk] if number % 2 else [mine.body_id]
        return deliveries.relay(mine.round, self.body(above).pk, others, by=self.by(above, role), **form)

    def _ask_for_more(self, name, mine, _number, form):
        by = self.by("dalarna" if name != "varberg" else "halland", Role.COORDINATOR)
        return deliveries.request_completion(mine, "Fråga 1 saknar tal.", by=by, **form)

    def _approve(self, _name, mine, _number, form):
        return answers.approve_unit(mine, by=self.by("mora", Role.APPROVER), **form)

    def _register(self, name, mine, number, form):
        by, source = self.by(self.above(name), Role.COORDINATOR), SimpleUploadedFile("brev.txt", b"Vi svarar.")
        return answers.answer_on_behalf(mine, {"q1": str(number)}, source, by=by, **form)

    def _prolong(self, _name, mine, _number, _form):
        day = clock.today() if mine.last_day is None else max(clock.today(), mine.last_day)
        return rounds.prolong(
            mine.round, day.replace(year=day.year + 1), by=self.world.secretary, body_ids=[mine.body_id]
        )

    # -- what goes on around them -------------------------------------------------------------------------------------

    def _move(self, name, _mine, _number, _form):
        """To the other county: rights follow, and no round's denominator."""
        if name not in {"falun", "orsa"}:
            return None
        to = next(county for county in COUNTIES if county != self.above(name))
        return move(self.body(name), self.body(to), by=SYSTEM)

    def _fold(self, _name, mine, _number, _form):
        return fold(mine.round_id)

    def faults(self):
        """What any projection says that its truth does not."""
        told = [*checks.checks(), *network.checks()]
        return [(name, fault) for name, right, fault in told if not right] + list(self._false_answers())

    def _false_answers(self):
        standing = Count("answers", filter=Q(answers__status=AnswerStatus.SUBMITTED))
        for mine in Delivery.objects.filter(round__in=self.rounds.values()).annotate(standing=standing):
            if mine.standing != (outcome(mine.state) == Outcome.ANSWERED):
                yield (mine.pk, f"{mine.standing} answers stand in state {mine.state}")
            if mine.state & Flag.APPROVED and outcome(mine.state) != Outcome.ANSWERED:
                yield (mine.pk, "approved, and not answered")
