"""Whatever authors and three levels do, in any order: states are what the steps say, nobody's words or answer is lost."""

import uuid

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from vaxel.calendar import clock
from vaxel.rounds.models import Round
from vaxel.rounds.tests.world import make_world
from vaxel.signals.checks import wrong_states
from vaxel.signals.commands import authoring, becoming, handling, merging, publishing
from vaxel.signals.models import LedTo, Reached, Signal, SignalStep
from vaxel.signals.tests.world import Signals
from vaxel.ui.refusal import Refusal

which = st.integers(0, 2)
WORDS = "Därför att det hör ihop."


class Desks(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.world = make_world()
        self.signals = Signals(self.world)
        authors = (self.world.mora, self.world.falun, self.world.orsa)
        made = [self.signals.of(body, kind="practice", may_publish=True) for body in authors]
        self.ids = [one.pk for one in made]
        self.last = None

    def one(self, number):
        return Signal.objects.select_related("desk", "author_body", "head").get(pk=self.ids[number])

    def at_desk(self, one):
        by = {self.world.dalarna.pk: self.signals.county, self.world.north.pk: self.signals.centre}
        return by.get(one.desk_id, self.signals.nation)

    def do(self, command, *args, **given):
        """A refusal leaves nothing half done; what was done is remembered, to be sent once more."""
        given = {"key": uuid.uuid4().hex, "received_at": clock.now(), **given}
        before = self.snapshot()
        try:
            command(*args, **given)
        except Refusal:
            assert self.snapshot() == before
            self.last = None
            return
        self.last = (command, args, given)

    def snapshot(self):
        return (
            SignalStep.objects.count(),
            list(Signal.objects.order_by("pk").values_list("state", "desk", "head", "answer_by")),
            Reached.objects.count(),
            LedTo.objects.count(),
            Round.objects.count(),
        )

    @rule()
    def again(self):
        """A double click: the same form, at once, changes nothing more."""
        if self.last:
            command, args, given = self.last
            before = self.snapshot()
            fresh = [Signal.objects.get(pk=arg.pk) if isinstance(arg, Signal) else arg for arg in args]
            command(*fresh, **given)
            assert self.snapshot() == before

    @rule(number=which)
    def take(self, number):
        one = self.one(number)
        self.do(handling.take_on, one, by=self.at_desk(one))

    @rule(number=which)
    def release(self, number):
        one = self.one(number)
        self.do(handling.release, one, by=self.at_desk(one))

    @rule(number=which)
    def send_up(self, number):
        one = self.one(number)
        self.do(handling.send_up, one, WORDS, by=self.at_desk(one))

    @rule(number=which, words=st.sampled_from(["Tack.", "Nu är det löst."]))
    def answer(self, number, words):
        one = self.one(number)
        self.do(handling.answer, one, words, by=self.at_desk(one))

    @rule(number=which)
    def close(self, number):
        one = self.one(number)
        self.do(handling.close, one, WORDS, by=self.at_desk(one))

    @rule(number=which)
    def reopen(self, number):
        one = self.one(number)
        self.do(handling.reopen, one, WORDS, by=self.at_desk(one))

    @rule(number=which, into=which)
    def merge(self, number, into):
        one = self.one(number)
        self.do(merging.merge, one, self.one(into), WORDS, by=self.at_desk(one))

    @rule(number=which)
    def unmerge(self, number):
        one = self.one(number)
        self.do(merging.unmerge, one, WORDS, by=self.at_desk(one))

    @rule(number=which)
    def withdraw(self, number):
        one = self.one(number)
        self.do(authoring.withdraw, one, by=self.world.actor(one.author_body))

    @rule(number=which)
    def publish(self, number):
        one = self.one(number)
        self.do(publishing.publish, one, by=self.at_desk(one))

    @rule(number=which)
    def become(self, number):
        one = self.one(number)
        self.do(becoming.become, one, "round", by=self.at_desk(one))

    @rule(number=which)
    def feed_back(self, number):
        link = LedTo.objects.filter(signal=self.ids[number], fed_back_at=None).first()
        if link:
            becoming.fed_back("round", link.object_id, text="Det blev ett stöd.", received_at=clock.now())
            assert not LedTo.objects.filter(object_id=link.object_id, fed_back_at=None).exists()

    @invariant()
    def the_states_are_what_the_steps_say(self):
        if hasattr(self, "ids"):
            assert not list(wrong_states())

    @invariant()
    def whoever_is_merged_is_where_its_head_is(self):
        for one in Signal.objects.exclude(head=None).select_related("head"):
            assert (one.state, one.desk_id, one.head.head_id) == ("merged", one.head.desk_id, None)

    @invariant()
    def nothing_is_closed_without_an_answer(self):
        if hasattr(self, "ids"):
            closed = Signal.objects.filter(state="closed")
            assert all(one.answered_at for one in closed)
            answered = SignalStep.objects.filter(step__in=["answer", "fed_back"]).values("signal")
            assert not closed.exclude(pk__in=answered).exists()

    @invariant()
    def whoever_has_it_may_read_it_and_every_word_is_kept(self):
        if hasattr(self, "ids"):
            for one in Signal.objects.all():
                assert Reached.objects.filter(signal=one, body=one.desk_id).exists()
                assert one.title

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


@pytest.mark.django_db
def test_any_order():
    run_state_machine_as_test(Desks, settings=settings(max_examples=12, stateful_step_count=25, deadline=None))
