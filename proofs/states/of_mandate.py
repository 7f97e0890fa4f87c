"""Who acts for whom, on every day: appointed, vacant, filled and ended in any order, beside a plain list of our own."""

import datetime as dt
from dataclasses import dataclass, replace

import time_machine
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from vaxel.calendar import FOREVER, clock
from vaxel.network.commands import mandates
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

START = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)
BODIES = ("falun", "mora", "school")
ROLES = (Role.CONTACT, Role.APPROVER, Role.COORDINATOR)
# Who tries → the bodies whose people they tend. Mora tends its school; the county its bodies; the secretariat all.
TENDS = {"secretary": {*BODIES}, "county": {*BODIES}, "falun": {"falun"}, "mora": {"mora", "school"}, "halland": set()}
OWN = {"falun": {"falun"}, "mora": {"mora", "school"}}  # whose deciders they name
who, where, ahead = st.sampled_from(sorted(TENDS)), st.sampled_from(BODIES), st.integers(0, 6)


@dataclass(frozen=True)
class Seat:
    body: str
    role: str
    person: int | None
    first: dt.date
    until: dt.date = FOREVER

    def on(self, day):
        return self.first <= day < self.until

    def meets(self, other):
        """The same person as the same, on some day of both."""
        same = self.person and (self.body, self.role, self.person) == (other.body, other.role, other.person)
        return bool(same) and self.first < other.until and other.first < self.until


class Mandates(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.travel(0)
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.world = world = make_world()
        self.actors = {
            "secretary": world.secretary,
            "county": world.actor(world.dalarna, Role.COORDINATOR),
            "falun": world.actor(world.falun),
            "mora": world.actor(world.mora),
            "halland": world.actor(world.halland, Role.COORDINATOR),
        }
        self.people = [Person.objects.create(name=f"P{n}", email=f"p{n}@example.org") for n in range(3)]
        self.start = set(Mandate.objects.values_list("pk", flat=True))
        self.seats = {}

    def travel(self, days):
        self.days = getattr(self, "days", 0) + days
        if hasattr(self, "traveller"):
            self.traveller.stop()
        self.traveller = time_machine.travel(START + dt.timedelta(days=self.days), tick=False)
        self.traveller.start()

    def teardown(self):
        if hasattr(self, "undone"):
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)
            self.traveller.stop()

    def tried(self, act):
        before = self.rows()
        try:
            with transaction.atomic():
                return act()
        except Refusal as no:
            assert self.rows() == before, "refused, and yet something changed"
            return no

    def rows(self):
        return sorted(Mandate.objects.values_list("pk", "body", "person", "role", "valid_from", "valid_to"))

    def names(self, by, body):
        """May they say who decides here: its own, or the secretariat where nobody ever was."""
        ever = any(one.body == body and one.role == Role.APPROVER and one.person for one in self.seats.values())
        return body in OWN.get(by, ()) or (by == "secretary" and not ever)

    def sits(self, seat):
        """Nobody is appointed twice to the same for a day."""
        return any(seat.meets(other) for other in self.seats.values())

    @rule(
        by=who,
        body=where,
        role=st.sampled_from(ROLES),
        person=st.integers(-1, 2),
        inside=ahead,
        long=st.sampled_from([0, 3, 9]),
    )
    def appoint(self, by, body, role, person, inside, long):
        first = clock.today() + dt.timedelta(days=inside)
        until = first + dt.timedelta(days=long) if long else FOREVER
        chosen = None if person < 0 else self.people[person]
        done = self.tried(
            lambda: mandates.appoint(
                chosen, getattr(self.world, body), role, by=self.actors[by], from_day=first, to_day=until
            )
        )
        seat = Seat(body, role, chosen and chosen.pk, first, until)
        may = body in TENDS[by] and (chosen is None or role != Role.APPROVER or self.names(by, body))
        may = may and not self.sits(seat)
        assert isinstance(done, Refusal) != may
        if may:
            self.seats[done.pk] = seat

    @rule(by=who, body=where)
    def make_themselves(self, by, body):
        """Tending gives no right to act: nobody makes himself another's."""
        actor = self.actors[by]
        themselves = Person.objects.get(public_id=actor.person_id)
        if actor.body_id != getattr(self.world, body).pk:
            done = self.tried(lambda: mandates.appoint(themselves, getattr(self.world, body), Role.CONTACT, by=actor))
            assert done.status == 403

    @rule(by=who, pick=st.integers(0, 30), inside=ahead, vacant=st.booleans())
    def end(self, by, pick, inside, vacant):
        if not self.seats:
            return
        pk = sorted(self.seats)[pick % len(self.seats)]
        seat, day = self.seats[pk], clock.today() + dt.timedelta(days=inside)
        known = set(Mandate.objects.values_list("pk", flat=True))
        found = Mandate.objects.select_related("body", "person").get(pk=pk)
        done = self.tried(lambda: mandates.end_mandate(found, by=self.actors[by], day=day, leaves_vacant=vacant))
        may = seat.body in TENDS[by] and day < seat.until
        assert isinstance(done, Refusal) != may
        if may:
            self.cut(pk, day)
            if vacant:
                self.follow(known, replace(seat, person=None, first=max(day, seat.first)))

    @rule(by=who, pick=st.integers(0, 30), person=st.integers(0, 2), inside=ahead)
    def fill(self, by, pick, person, inside):
        if not self.seats:
            return
        pk = sorted(self.seats)[pick % len(self.seats)]
        seat = self.seats[pk]
        day = max(clock.today() + dt.timedelta(days=inside), seat.first)
        known = set(Mandate.objects.values_list("pk", flat=True))
        found = Mandate.objects.select_related("body", "person").get(pk=pk)
        done = self.tried(lambda: mandates.fill_vacancy(found, self.people[person], by=self.actors[by], day=day))
        may = (
            seat.body in TENDS[by]
            and seat.person is None
            and day < seat.until
            and (seat.role != Role.APPROVER or self.names(by, seat.body))
        )
        filled = replace(seat, person=self.people[person].pk, first=day)
        may = may and not self.sits(filled)
        assert isinstance(done, Refusal) != may
        if may:
            self.cut(pk, day)
            self.follow(known, filled)

    def cut(self, pk, day):
        seat = self.seats.pop(pk)
        if seat.first < day:
            self.seats[pk] = replace(seat, until=day)

    def follow(self, known, seat):
        (made,) = set(Mandate.objects.values_list("pk", flat=True)) - known
        self.seats[made] = seat

    @rule(days=st.integers(1, 4))
    def time_passes(self, days):
        self.travel(days)

    @invariant()
    def on_every_day_those_act_who_should(self):
        if not hasattr(self, "seats"):
            return
        told = Mandate.objects.exclude(pk__in=self.start)
        bodies = {getattr(self.world, name).pk: name for name in BODIES}
        kept = {
            one.pk: Seat(bodies[one.body_id], one.role, one.person_id, one.valid_from, one.valid_to) for one in told
        }
        assert kept == self.seats
        for day in (clock.today(), clock.today() + dt.timedelta(days=5)):
            acting = set(told.at(day).values_list("pk", flat=True))
            assert acting == {pk for pk, seat in self.seats.items() if seat.on(day)}
