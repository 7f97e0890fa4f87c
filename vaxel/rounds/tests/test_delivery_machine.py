"""Whatever a body, its decider and its county do, in any order: no state is lost, and every total is right."""

import uuid

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Role
from vaxel.rounds.checks import wrong_states, wrong_vectors
from vaxel.rounds.commands import answers, deliveries, rounds
from vaxel.rounds.commands.folding import fold
from vaxel.rounds.domain.kinds import AnswerStatus, RoundState
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import Answer, Delivery, Receipt
from vaxel.rounds.queries.progress import counts
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

picked = st.sampled_from(["falun", "orsa"])  # orsa decides in two steps


class OneRound(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.world = make_world()
        self.round = self.world.sent(kinds=["municipality"])
        self.last = None
        self.was_closed = False

    def do(self, command, *args, **kwargs):
        """Remembers the act with its key, so that `again` can send the same form once more."""
        kwargs = {"key": uuid.uuid4().hex, "received_at": clock.now(), **kwargs}
        before = self.snapshot()
        try:
            receipt = command(*args, **kwargs)
        except Refusal:
            assert self.snapshot() == before  # a refusal leaves nothing half done
            return
        self.last = (command, args, kwargs, receipt) if receipt is not None else None

    def snapshot(self):
        return (
            Receipt.objects.count(),
            list(Delivery.objects.order_by("pk").values_list("state", flat=True)),
            list(Answer.objects.order_by("pk").values_list("status", "number")),
        )

    def of(self, name):
        body = getattr(self.world, name)
        return self.world.delivery(self.round, body), self.world.actor(body)

    @rule(name=picked)
    def confirm(self, name):
        delivery, by = self.of(name)
        self.do(deliveries.confirm_receipt, delivery, by=by)

    @rule(name=picked, number=st.integers(0, 99))
    def write(self, name, number):
        delivery, by = self.of(name)
        before = counts(self.round)
        try:
            answers.save_draft(delivery, {"q1": str(number)}, by=by)
        except Refusal:
            return
        finally:
            assert counts(self.round) == before  # a draft is never counted

    @rule(name=picked)
    def submit(self, name):
        delivery, by = self.of(name)
        self.do(answers.submit, delivery, by=by)

    @rule()
    def decide(self):
        delivery, _ = self.of("orsa")
        self.do(answers.decide, delivery, by=self.world.actor(self.world.orsa, Role.APPROVER))

    @rule()
    def send_back(self):
        delivery, _ = self.of("orsa")
        try:
            answers.send_back(delivery, "Se över fråga 1.", by=self.world.actor(self.world.orsa, Role.APPROVER))
        except Refusal:
            return

    @rule(name=picked)
    def decline(self, name):
        delivery, by = self.of(name)
        self.do(deliveries.decline, delivery, "Vi tog inte emot medlen.", by=by)

    @rule(name=picked)
    def nothing(self, name):
        delivery, by = self.of(name)
        self.do(deliveries.nothing_to_report, delivery, "", by=by)

    @rule(name=picked)
    def withdraw(self, name):
        delivery, by = self.of(name)
        self.do(answers.withdraw, delivery, by=by)

    @rule(name=picked)
    def ask_for_more(self, name):
        delivery, _ = self.of(name)
        self.do(deliveries.request_completion, delivery, "Fråga 1 saknar tal.", by=self.county)

    @rule(name=picked)
    def relay(self, name):
        delivery, _ = self.of(name)
        self.do(deliveries.relay, self.round, self.world.dalarna.pk, [delivery.body_id], by=self.county)

    @property
    def county(self):
        return self.world.actor(self.world.dalarna, Role.COORDINATOR)

    @rule()
    def again(self):
        """The same form twice: the same receipt, and nothing else."""
        if self.last is None or self.round.state != RoundState.OPEN:
            return
        command, args, kwargs, receipt = self.last
        before = self.snapshot()
        try:
            again = command(*args, **kwargs)
        except Refusal:  # a confirmed receipt that has since become an answer
            again = receipt
        assert self.snapshot() == before
        if isinstance(receipt, Receipt):
            assert again.pk == receipt.pk

    @rule()
    def fold(self):
        fold(self.round.pk)

    @rule(really=st.integers(0, 20))
    def close(self, really):
        if really == 0 and self.round.state == RoundState.OPEN:
            rounds.close(self.round, by=self.world.secretary)

    @invariant()
    def nothing_is_lost(self):
        if not hasattr(self, "round"):
            return
        assert list(wrong_states()) == []
        assert list(wrong_vectors()) == []

    @invariant()
    def what_counts_is_what_was_sent(self):
        if not hasattr(self, "round"):
            return
        for delivery in Delivery.objects.filter(body__in=[self.world.falun, self.world.orsa]):
            standing = delivery.answers.filter(status=AnswerStatus.SUBMITTED).count()
            said = outcome(delivery.state)
            assert standing <= 1
            if said == Outcome.ANSWERED:
                assert standing == 1
                assert delivery.answered_at is not None
            if delivery.state & Flag.APPROVED:
                assert said == Outcome.ANSWERED
        assert counts(self.round).answered == Delivery.objects.outcomes().filter(said=Outcome.ANSWERED).count()

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


@pytest.mark.django_db
def test_a_delivery_whatever_happens():
    run_state_machine_as_test(
        OneRound, settings=settings(max_examples=15, stateful_step_count=25, deadline=None, derandomize=True)
    )
