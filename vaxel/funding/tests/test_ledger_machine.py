"""Any commands of the ledger in any order on any days: balances equal a rebuild, the chain is whole, no pocket is overdrawn."""

import datetime as dt

import pytest
import time_machine
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from vaxel.calendar import clock
from vaxel.funding import facts
from vaxel.funding.checks import broken_chain, wrong_balances
from vaxel.funding.commands.money import carry_over, claim, settle, undo, use
from vaxel.funding.commands.pools import answer_part, create_pool, propose_pool
from vaxel.funding.domain.ledger import balance
from vaxel.funding.domain.pool_state import PartAnswer
from vaxel.funding.models import LedgerEntry, PocketBalance, Pool, RepaymentClaim
from vaxel.funding.queries.entries import FIELDS, rule_of
from vaxel.funding.tests.agreed import PARTIES, county_agreement, signs
from vaxel.funding.tests.little import Little
from vaxel.funding.tests.test_pools import coordinator, plan
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

places = st.sampled_from(["falun", "mora", "orsa", "region_dalarna"])
sums = st.integers(1, 400_00)
START = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)
POT = 1500_00


class Ledger(RuleBasedStateMachine):
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
        self.little = Little(self.world)
        county_agreement(self.world)

    def pocket(self, place):
        stream = self.little.region_stream if place == "region_dalarna" else self.little.stream
        return getattr(self.world, place), stream

    def tried(self, act, *args, **more):
        """A refusal says no in a sentence and leaves nothing behind."""
        before = LedgerEntry.objects.count()
        try:
            with transaction.atomic():
                return act(*args, **more)
        except Refusal as no:
            assert no.message.endswith((".", "?"))
            assert LedgerEntry.objects.count() == before
            return None

    @rule(place=places, ore=sums, ago=st.integers(0, 60), year=st.sampled_from([2020, 2021]))
    def use(self, place, ore, ago, year):
        body, stream = self.pocket(place)
        day = clock.today() - dt.timedelta(days=ago)
        self.tried(use, body, stream, year, ore, day, by=self.world.actor(body))

    @rule(pick=st.integers(0, 30))
    def undo(self, pick):
        rows = list(LedgerEntry.objects.filter(kind__in=["used", "repaid"], source_type="", reverses=None))
        if rows:
            entry = rows[pick % len(rows)]
            self.tried(undo, entry, by=self.world.actor(entry.source))

    @rule(place=places)
    def carry_over(self, place):
        body, stream = self.pocket(place)
        self.tried(carry_over, body, stream, 2020, by=self.world.actor(body))

    @rule(place=places, ore=sums, disallowed=st.integers(0, 200_00))
    def claim(self, place, ore, disallowed):
        body, stream = self.pocket(place)
        more = {"deadline": clock.today() + dt.timedelta(days=30), "reason": "Skäl.", "disallowed_ore": disallowed}
        self.tried(claim, body, stream, 2020, ore, by=self.world.secretary, **more)

    @rule(pick=st.integers(0, 9), act=st.sampled_from(["repaid", "justify", "write_off"]), ore=sums)
    def settle(self, pick, act, ore):
        rows = list(RepaymentClaim.objects.order_by("pk"))
        if rows:
            self.tried(settle, rows[pick % len(rows)], act, ore, by=self.world.secretary)

    @rule(place=places, fact=st.sampled_from(["requisitioned", "declined", "lapsed"]), ore=sums)
    def tell(self, place, fact, ore):
        body, stream = self.pocket(place)
        said = {"body": body, "stream": stream, "amount_ore": ore, "source": None, "by": self.world.actor(body)}
        self.tried(getattr(facts, fact).send, None, received_at=clock.now(), **said)

    @rule(place=places, used=sums, carried=sums, repay=sums)
    def report(self, place, used, carried, repay):
        body, stream = self.pocket(place)
        said = {"used_ore": used, "carried_ore": carried, "repay_ore": repay, "source": self.little.decision}
        by = self.world.actor(body)
        self.tried(facts.reported.send, None, body=body, stream=stream, by=by, received_at=clock.now(), **said)

    @rule(percent=st.integers(1, 100))
    def pool(self, percent):
        by = coordinator(self.world)
        made = self.tried(create_pool, self.world.dalarna, plan(self.world, self.little, percent=percent), by=by)
        if made:
            propose_pool(made, by=by)

    @rule(pick=st.integers(0, 9))
    def all_agree(self, pick):
        rows = list(Pool.objects.filter(state="proposed").order_by("pk"))
        for party in PARTIES if rows else ():
            self.tried(answer_part, rows[pick % len(rows)], PartAnswer.AGREED, by=signs(self.world, party))

    @rule(days=st.integers(1, 40))
    def time_passes(self, days):
        self.days += days
        self.traveller.stop()
        self.traveller = time_machine.travel(START + dt.timedelta(days=self.days), tick=False)
        self.traveller.start()

    @invariant()
    def it_all_adds_up(self):
        if not hasattr(self, "little"):
            return
        assert not list(wrong_balances())
        assert not list(broken_chain())
        entries = [rule_of(row) for row in LedgerEntry.objects.values_list(*FIELDS)]
        found = balance(entries)
        assert (found.came_in, found.under_way) == (POT, 0)
        assert found.left == sum(PocketBalance.objects.values_list("left", flat=True))


@pytest.mark.django_db
def test_the_ledger_holds_whatever_is_done_in_any_order():
    run_state_machine_as_test(Ledger, settings=settings(max_examples=6, stateful_step_count=15, deadline=None))
