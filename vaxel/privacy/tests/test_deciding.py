"""When an erasure may be decided: an authority's by somebody else than who drafted it, and of nobody who still acts."""

import datetime as dt
import uuid
from types import SimpleNamespace

import pytest

from tests.access.expected import EXPECTED
from vaxel.calendar.clock import today
from vaxel.network.actor import NOBODY, SYSTEM, ActiveMandate, Actor
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, Mandate, Person
from vaxel.privacy.permissions import DECIDES_ERASURE, decides, require
from vaxel.privacy.policies import require_complete, require_decidable, require_nobody_acting
from vaxel.ui.refusal import Refusal

WRITER, COLLEAGUE = uuid.UUID(int=1), uuid.UUID(int=2)
DAY = dt.timedelta(days=1)


def acting(role):
    mandate = ActiveMandate(1, 1, "Kansliet", role)
    return Actor(mandates=(mandate,), current=mandate)


@pytest.mark.parametrize("role", Role)
def test_the_secretariat_alone_decides_what_is_erased(role):
    actor = acting(role)
    assert decides(actor) == (role is Role.SECRETARIAT)
    assert DECIDES_ERASURE.allows(SimpleNamespace(actor=actor), decision=7) == (role is Role.SECRETARIAT)


def test_the_door_has_its_row_in_the_permission_matrix():
    assert DECIDES_ERASURE.name in EXPECTED


def test_the_system_may_decide_and_nobody_may_not():
    assert decides(SYSTEM)
    assert not decides(NOBODY)


def test_whoever_may_not_is_told_so():
    assert require(True) is None
    with pytest.raises(Refusal, match="uppdrag") as no:
        require(False)
    assert no.value.status == 403


@pytest.mark.parametrize(
    ("regime", "reference", "reason", "field", "said"),
    [
        ("authority", "", "", "reference", "gallringsbeslut"),
        ("authority", "", "Har slutat", "reference", "gallringsbeslut"),
        ("authority", "Dnr 12", "", "reason", "varför"),
        ("private", "", "", "reason", "varför"),
    ],
)
def test_a_decision_says_why_and_an_authoritys_by_which_schedule(regime, reference, reason, field, said):
    with pytest.raises(Refusal, match=said) as no:
        require_complete(regime, reference, reason)
    assert (no.value.field, no.value.status) == (field, 422)


@pytest.mark.parametrize(("regime", "reference"), [("authority", "Dnr 12"), ("private", "")])
def test_what_is_complete_is_not_refused(regime, reference):
    assert require_complete(regime, reference, "Har slutat") is None


def decision(regime, person=None, carried_out_at=None):
    return SimpleNamespace(regime=regime, drafted_by=WRITER, person=person, carried_out_at=carried_out_at)


@pytest.mark.parametrize("regime", ["authority", "private"])
def test_what_is_carried_out_is_not_decided_again(regime):
    done = decision(regime, carried_out_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    with pytest.raises(Refusal, match="redan verkställd") as no:
        require_decidable(done, Actor(COLLEAGUE))
    assert no.value.status == 409


def test_an_authoritys_decision_takes_another_than_who_drafted_it():
    with pytest.raises(Refusal, match="Någon annan") as no:
        require_decidable(decision("authority"), Actor(WRITER))
    assert no.value.status == 409


@pytest.mark.django_db
def test_another_decides_an_authoritys_and_anyone_a_private_bodys():
    person = Person.objects.create(name="Exempel")
    for regime, by in (("authority", COLLEAGUE), ("private", COLLEAGUE), ("private", WRITER)):
        assert require_decidable(decision(regime, person), Actor(by)) is None


@pytest.mark.django_db
def test_nobody_is_erased_from_a_seat_that_is_theirs_today_or_later():
    seat = {"body": Body.objects.create(kind=Kind.MUNICIPALITY), "role": Role.CONTACT}
    past, still, coming, neighbour = (Person.objects.create(name=f"Exempel {n}") for n in range(4))
    Mandate.objects.create(person=past, valid_from=today() - 9 * DAY, valid_to=today(), **seat)
    Mandate.objects.create(person=still, valid_from=today() - 9 * DAY, valid_to=today() + DAY, **seat)
    Mandate.objects.create(person=coming, valid_from=today() + DAY, **seat)
    for person in (past, neighbour):
        assert require_nobody_acting(person) is None
    for person in (still, coming):
        for refused in (
            require_nobody_acting,
            lambda one: require_decidable(decision("private", one), Actor(COLLEAGUE)),
        ):
            with pytest.raises(Refusal, match="uppdrag som gäller") as no:
                refused(person)
            assert no.value.status == 409
    Person.objects.filter(pk=still.pk).update(erased_at="2026-03-01T12:00:00Z")
    assert require_nobody_acting(still) is None, "erased before, though the seat lasts"
