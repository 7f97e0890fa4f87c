"""Any steps, shares, days and folds in any order: the projections equal a rebuild, and no count exceeds the audience."""

import datetime as dt

import pytest
import time_machine
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from vaxel.adoption import ticks
from vaxel.adoption.checks import wrong_standings, wrong_vectors
from vaxel.adoption.commands.steps import register, share
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep
from vaxel.adoption.queries.curve import curve
from vaxel.adoption.queries.stages import spread
from vaxel.adoption.queries.vectors import lay
from vaxel.calendar import clock
from vaxel.rounds.tests.world import make_world

places = st.sampled_from(["falun", "mora", "orsa", "gotland", "region_dalarna", "laholm"])
stages = st.sampled_from(list(AdoptionStage)[1:])
START = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)  # the clocks go forward on the way


class Adoption(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.traveller = time_machine.travel(START, tick=False)
        self.traveller.start()
        self.days = 0

    def teardown(self):
        self.traveller.stop()
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    @initialize()
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.world = make_world()
        by = self.world.secretary
        self.thing = create_thing(
            by=by, owner_id=by.body_id, name="Metod", kind="metod", target_kinds=["municipality", "region"]
        )

    @rule(place=places, stage=stages, ago=st.integers(0, 40))
    def register(self, place, stage, ago):
        self._register(getattr(self.world, place), stage, ago)

    @rule(stage=st.sampled_from(list(AdoptionStage)), pick=st.integers(0, 30), ago=st.integers(0, 40))
    def correct(self, stage, pick, ago):
        wrong = list(AdoptionStep.objects.filter(corrected_by=None).order_by("pk").select_related("body"))
        if wrong:
            chosen = wrong[pick % len(wrong)]
            self._register(chosen.body, stage, ago, corrects=chosen)

    def _register(self, body, stage, ago, corrects=None):
        day = clock.today() - dt.timedelta(days=ago)
        register(
            self.thing, body, stage, day, by=self.world.actor(body), key=None, received_at=clock.now(), text="skäl", corrects=corrects
        )  # fmt: skip

    @rule(place=places)
    def share(self, place):
        body = getattr(self.world, place)
        share(self.thing, body, by=self.world.actor(body))

    @rule(days=st.integers(1, 20))
    def time_passes(self, days):
        self.days += days
        self.traveller.stop()
        self.traveller = time_machine.travel(START + dt.timedelta(days=self.days), tick=False)
        self.traveller.start()
        ticks.open_due()

    @rule()
    def fold(self):
        ticks.fold_all()

    @invariant()
    def projections_equal_a_rebuild(self):
        assert not list(wrong_standings())
        assert not list(wrong_vectors())

    @invariant()
    def counts_never_exceed_the_audience(self):
        laid = lay(self.thing)
        found, points = spread(laid), curve(laid)
        assert found.whole.total == laid.frame.size
        assert all(0 <= reached <= laid.frame.size for point in points for reached in point.reached)
        assert list(points[-1].reached if points else (0, 0, 0, 0)) == found.whole.reached(), (
            "the curve ends where it is"
        )


@pytest.mark.django_db
def test_any_order():
    run_state_machine_as_test(
        Adoption, settings=settings(max_examples=12, stateful_step_count=14, deadline=None, derandomize=True)
    )
