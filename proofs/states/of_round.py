"""A round from draft to feedback, whoever tries what and when: only legal steps, nothing half done, and the page offers them."""

import datetime as dt
import uuid
from types import SimpleNamespace

import time_machine
from django.db import transaction
from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Role
from vaxel.rounds import checks
from vaxel.rounds.commands import answers, compilations, deliveries, rounds, talk
from vaxel.rounds.domain.kinds import RoundState as S
from vaxel.rounds.models import Answer, Correction, Delivery, Enquiry, Receipt, Reminder, Round, StateVector
from vaxel.rounds.pages.round.acts import acts
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

START = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)
TEN_MINUTES = dt.timedelta(minutes=10)
# act → the states in which it may be done at all. Written from domain.md, apart from policies.py.
WHEN = {
    "edit": {S.DRAFT},
    "send": {S.DRAFT},
    "recall": {S.OPEN},
    "prolong": {S.OPEN},
    "close": {S.OPEN},
    "feed_back": {S.CLOSED},
    "correct": {S.OPEN, S.CLOSED, S.FED_BACK},
    "ask": {S.OPEN, S.CLOSED, S.FED_BACK},
    "compile": {S.OPEN, S.CLOSED},
    "copy": set(S),
    "answer": {S.OPEN},
    "confirm": {S.OPEN},
}
LEADS_TO = {"send": S.OPEN, "recall": S.RECALLED, "close": S.CLOSED, "feed_back": S.FED_BACK}
OFFERED = {"close": "round_close", "prolong": "round_prolong", "recall": "round_recall"}
THEIRS = {"ask", "answer", "confirm"}  # a receiver's own; the rest is the sender's
which = st.integers(0, 1)


def refusal_of(act):
    """What was said, or None where it was done; a refusal takes back what had been begun."""
    try:
        with transaction.atomic():
            act()
    except Refusal as no:
        return no
    return None


class Rounds(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.now = START
        self._travel(START)

    def _travel(self, to):
        if hasattr(self, "traveller"):
            self.traveller.stop()
        self.traveller = time_machine.travel(to, tick=False)
        self.traveller.start()

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
        self.ids = [self.world.draft(kinds=["municipality"]).pk for _ in range(2)]
        self.states = dict.fromkeys(self.ids, S.DRAFT)
        self.sent, self.touched = {}, set()

    def one(self, number):
        return Round.objects.select_related("frame").get(pk=self.ids[number])

    @rule(act=st.sampled_from(sorted(WHEN)), number=which)
    def acts(self, act, number):
        """By whom it is for: done where it may be done, else refused and nothing is changed."""
        found = self.one(number)
        before, state = self.snapshot(), self.states[found.pk]
        if no := refusal_of(lambda: getattr(self, f"_{act}")(found)):
            assert self.snapshot() == before
            assert no.message.endswith(".")
            assert not self._must(act, found), f"{act} was refused in {state}: {no.message}"
            return
        assert state in WHEN[act], f"{act} was done in {state}"
        self.states[found.pk] = LEADS_TO.get(act, state)
        if act == "send":
            self.sent[found.pk] = self.now
        if act in {"answer", "confirm"}:
            self.touched.add(found.pk)

    def _must(self, act, found):
        """Nothing stands in the way: the state allows it, and it is neither too late nor done already."""
        if self.states[found.pk] not in WHEN[act] or act in {"answer", "confirm"}:
            return False
        if act == "recall":
            return self.now < self.sent[found.pk] + TEN_MINUTES and found.pk not in self.touched
        if act == "send":
            return found.due is None or found.due >= clock.today()
        return act != "prolong" or found.due is not None

    @rule(
        act=st.sampled_from(sorted(WHEN.keys() - THEIRS - {"copy"})),
        number=which,
        who=st.sampled_from(["falun", "laholm", "dalarna"]),
    )
    def others_try(self, act, number, who):
        """Who received it, or holds together those who did, does nothing of what is the sender's."""
        body = getattr(self.world, who)
        before = self.snapshot()
        by = self.world.actor(body, Role.COORDINATOR)
        no = refusal_of(lambda: getattr(self, f"_{act}")(self.one(number), by=by))
        assert no is not None
        assert no.status == 403
        assert self.snapshot() == before

    @rule(minutes=st.sampled_from([1, 9, 11, 60 * 24, 60 * 24 * 9]))
    def time_passes(self, minutes):
        self.now += dt.timedelta(minutes=minutes)
        self._travel(self.now)

    # -- the acts ----------------------------------------------------------------------------------------------------

    def _edit(self, found, by=None):
        later = clock.today() + dt.timedelta(days=7)
        rounds.edit_round(found, by=by or self.world.secretary, revision=found.revision, title="Ny", due=later)

    def _send(self, found, by=None):
        rounds.send(found, by=by or self.world.secretary, received_at=clock.now())

    def _recall(self, found, by=None):
        rounds.recall(found, by=by or self.world.secretary)

    def _prolong(self, found, by=None):
        rounds.prolong(found, max(found.due, clock.today()) + dt.timedelta(days=1), by=by or self.world.secretary)

    def _close(self, found, by=None):
        rounds.close(found, by=by or self.world.secretary)

    def _feed_back(self, found, by=None):
        rounds.feed_back(found, "Vi ändrade fördelningen.", by=by or self.world.secretary)

    def _correct(self, found, by=None):
        talk.correct(found, "Fråga 1 gäller hela året.", by=by or self.world.secretary)

    def _compile(self, found, by=None):
        kept = found.compilations.filter(node=found.owner_id).first()  # the whole is its owner's
        compilations.write(found, None, "Så här.", by=by or self.world.secretary, revision=kept.revision if kept else 0)

    def _copy(self, found):
        rounds.duplicate(found, by=self.world.secretary)

    def _ask(self, found):
        talk.ask(found, self.world.falun.pk, "Gäller det hela året?", by=self.world.actor(self.world.falun))

    def _answer(self, found):
        mine = self._mine(found)
        answers.save_draft(mine, {"q1": "7"}, by=self.world.actor(self.world.falun))
        answers.submit(mine, by=self.world.actor(self.world.falun), key=uuid.uuid4().hex, received_at=clock.now())

    def _confirm(self, found):
        by = self.world.actor(self.world.falun)
        deliveries.confirm_receipt(self._mine(found), by=by, key=uuid.uuid4().hex, received_at=clock.now())

    def _mine(self, found):
        mine = Delivery.objects.select_related("round", "body").filter(round=found, body=self.world.falun).first()
        if mine is None:
            raise Refusal("Den är inte skickad.")
        return mine

    # -- what always holds -------------------------------------------------------------------------------------------

    def snapshot(self):
        counted = (Receipt, Reminder, Answer, Enquiry, Correction)
        return (
            list(Round.objects.order_by("pk").values_list("state", "revision", "due", "feedback", "closed_at")),
            list(Delivery.objects.order_by("pk").values_list("state", "due", "waits_at")),
            [model.objects.count() for model in counted],
            [bytes(one) for one in StateVector.objects.order_by("round").values_list("states", flat=True)],
        )

    @invariant()
    def every_state_came_by_a_legal_step(self):
        if hasattr(self, "ids"):
            assert dict(Round.objects.filter(pk__in=self.ids).values_list("pk", "state")) == self.states

    @invariant()
    def what_was_never_sent_is_nobodys_and_what_was_taken_back_asks_nobody(self):
        if hasattr(self, "ids"):
            for pk, state in self.states.items():
                mine = Delivery.objects.filter(round=pk)
                assert mine.exists() == (state != S.DRAFT)
                if state == S.RECALLED:
                    assert not mine.exclude(state=0).exists()

    @invariant()
    def everything_is_what_its_receipts_say(self):
        assert [fault for _name, right, fault in checks.checks() if not right] == []

    @invariant()
    def the_page_offers_what_may_be_done(self):
        if not hasattr(self, "ids"):
            return
        for number, pk in enumerate(self.ids):
            found = self.one(number)
            urls = {act.url.partition("?")[0] for act in self._page(found)}
            for act, name in OFFERED.items():
                may = self.states[pk] in WHEN[act]
                may = may and (act != "recall" or self.now < self.sent[pk] + TEN_MINUTES)
                assert (reverse(name, args=[pk]) in urls) == may, f"{act} in {self.states[pk]}"
            asked_for = reverse("round_feed_back", args=[pk]) in urls
            assert asked_for == (self.states[pk] == S.CLOSED)

    def _page(self, found):
        place = SimpleNamespace(node_id=None, is_own=False, kind=None, query="")
        nothing = {"missing": 0, "completion": 0, "waiting": 0, "urgent": False, "own": None, "named": True}
        return acts(self.world.secretary, found, place, **nothing)
