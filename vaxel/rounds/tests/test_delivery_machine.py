"""Whatever bodies, deciders, counties and the network do, in any order: no state is lost, and every total is right."""

import uuid

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from vaxel.network.models import Closure
from vaxel.rounds.commands import rounds
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Answer, Delivery, Receipt, Round
from vaxel.rounds.queries.progress import counts
from vaxel.rounds.tests.interleaving import ACTS, BODIES, ROUNDS, Play
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

KEYED = "confirm submit decide decline nothing withdraw relay ask_for_more approve register".split()


class AnyOrder(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.play = Play(make_world())
        self.last = None

    @rule(
        act=st.sampled_from([*ACTS, "write", "submit", "submit"]),
        body=st.sampled_from(BODIES),
        round=st.sampled_from(ROUNDS),
        number=st.integers(0, 9),
    )
    def act(self, act, body, round, number):
        form = {"number": number, "key": uuid.uuid4().hex}
        before = snapshot()
        done = self.play.act(act, body, round, **form)
        if isinstance(done, Refusal):
            assert snapshot() == before  # a refusal leaves nothing half done
        elif act in KEYED:
            self.last = (act, body, round, form)

    @rule()
    def again(self):
        """The form just sent, sent twice: whatever it says, nothing is done once more."""
        if self.last:
            act, body, round, form = self.last
            before = snapshot()
            self.play.act(act, body, round, **form)
            assert snapshot() == before
        self.last = None

    @rule(really=st.integers(0, 20), round=st.sampled_from(ROUNDS))
    def close(self, really, round):
        found = Round.objects.get(pk=self.play.rounds[round])
        if really == 0 and found.state == RoundState.OPEN:
            rounds.close(found, by=self.play.world.secretary)
            self.last = None

    @invariant()
    def everything_is_what_its_receipts_say(self):
        if hasattr(self, "play"):
            assert self.play.faults() == []

    @invariant()
    def what_counts_is_what_was_sent(self):
        if not hasattr(self, "play"):
            return
        for pk in self.play.rounds.values():
            answered = Delivery.objects.outcomes().filter(round=pk, said=Outcome.ANSWERED).count()
            assert counts(Round.objects.get(pk=pk)).answered == answered

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


def snapshot():
    return (
        Receipt.objects.count(),
        list(Delivery.objects.order_by("pk").values_list("state", "waits_at", "via", "due")),
        list(Answer.objects.order_by("pk").values_list("status", "number", "values")),
        set(Closure.objects.values_list("ancestor", "descendant", "valid_from", "valid_to")),
    )


@pytest.mark.django_db
def test_any_order_leaves_every_projection_as_told_again_from_its_receipts():
    run_state_machine_as_test(
        AnyOrder, settings=settings(max_examples=20, stateful_step_count=25, deadline=None, derandomize=True)
    )
