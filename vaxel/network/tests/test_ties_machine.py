"""Whatever is tied, ended and moved, in any order: the closure is what the ties say, on every day."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from vaxel.network.actor import SYSTEM
from vaxel.network.commands.closing import from_ties, rebuild_closure
from vaxel.network.commands.ties import end_tie, move, tie
from vaxel.network.domain.closure import DatedTie
from vaxel.network.domain.kinds import Extent, Kind, Tree
from vaxel.network.models import Body, Closure, Tie
from vaxel.network.tests.test_closure import as_of
from vaxel.ui.refusal import Refusal

DAYS = [dt.date(2000, 1, 1) + dt.timedelta(days=step) for step in range(8)]
days = st.sampled_from(DAYS)
KINDS = [Kind.NATION, Kind.COUNTY, Kind.COUNTY, Kind.REGION, Kind.UNIT, Kind.UNIT]


def closure_rows():
    rows = Closure.objects.filter(tree=Tree.GOVERNANCE)
    return rows.values_list("ancestor_id", "descendant_id", "depth", "valid_from", "valid_to")


class Ties(RuleBasedStateMachine):
    bodies = Bundle("bodies")

    @initialize(target=bodies)
    def begin(self):
        self.undone = transaction.atomic()
        self.undone.__enter__()
        return multiple(*(Body.objects.create(kind=kind) for kind in KINDS))

    @rule(child=bodies, parent=bodies, start=days, end=days, extent=st.sampled_from(Extent))
    def tie(self, child, parent, start, end, extent):
        self.try_to(tie, child, parent, by=SYSTEM, from_day=start, to_day=end, extent=extent)

    @rule(pick=st.randoms(use_true_random=False), day=days)
    def end(self, pick, day):
        ties = list(Tie.objects.order_by("id"))
        if ties:
            self.try_to(end_tie, pick.choice(ties), day=day, by=SYSTEM)

    @rule(child=bodies, parent=bodies, day=days)
    def move(self, child, parent, day):
        self.try_to(move, child, parent, day=day, by=SYSTEM)

    def try_to(self, act, *args, **kwargs):
        before = set(closure_rows())
        try:
            act(*args, **kwargs)
        except Refusal:
            assert set(closure_rows()) == before, "refused, and yet something changed"

    @invariant()
    def the_closure_is_a_rebuild(self):
        rows = list(closure_rows())
        assert len(rows) == len(set(rows))
        assert set(rows) == set(map(tuple, from_ties(Tree.GOVERNANCE)))

    @invariant()
    def the_closure_is_the_plain_walk(self):
        ties = [_dated(row) for row in Tie.objects.values_list("child", "parent", "extent", "valid_from", "valid_to")]
        for day in DAYS:
            lying = {(row[0], row[1]): row[2] for row in closure_rows() if row[3] <= day < row[4]}
            assert lying == as_of(ties, day)

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


def _dated(row):
    return DatedTie(row[0], row[1], row[2] == "whole", row[3], row[4])


@pytest.mark.django_db
def test_the_closure_follows_every_change():
    run_state_machine_as_test(Ties, settings=settings(max_examples=25, stateful_step_count=20, deadline=None))


@pytest.mark.django_db
def test_a_rebuild_changes_nothing_and_mends_what_was_broken(little_sweden):
    before = set(closure_rows())
    assert rebuild_closure(Tree.GOVERNANCE) == len(before)
    Closure.objects.filter(descendant=little_sweden["clinic"]).delete()
    rebuild_closure(Tree.GOVERNANCE)
    assert set(closure_rows()) == before
