"""A composed question gives what the queryset gives, with each asking's own values."""

import datetime as dt
import uuid

import pytest
from django.db.models import F, Q

from vaxel.calendar import clock
from vaxel.composed import composed, question
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Body, Mandate, Person

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 1)


@pytest.fixture
def people(make):
    body = make.body()
    return [make.mandate(body, role=role, name=str(role)) for role in (Role.CONTACT, Role.APPROVER)]


@pytest.fixture
def make():
    return Make()


class Make:
    number = 0

    def body(self):
        self.number += 1
        return Body.objects.create(kind="municipality")

    def mandate(self, body, *, role, name):
        person = Person.objects.create(name=name, email=f"{name}@a.example")
        return Mandate.objects.create(body=body, person=person, role=role)


def held(day, people, role):
    rows = Mandate.objects.at(day).filter(person__in=people).select_related("person")
    rows = rows.filter(role=role) if role else rows
    return rows.annotate(twice=F("pk") + F("pk")).order_by("pk")


def test_the_same_rows_as_the_queryset_each_time_by_its_own_values(people):
    asked = composed(held)
    first, second = people
    for values in (
        (DAY, [first.person_id], None),
        (DAY, {second.person_id}, None),
        (DAY, [first.person_id, second.person_id], None),
        (DAY, [first.person_id, second.person_id], Role.APPROVER),
        (dt.date(1000, 1, 1), [first.person_id], None),
        (DAY, [], None),
    ):
        rows, found = asked(*values), list(held(*values))
        assert rows == found, values
        assert [(row.twice, row.person.name) for row in rows] == [(row.twice, row.person.name) for row in found]


def test_what_is_written_in_between_is_seen(people):
    asked = composed(held)
    mine = [people[0].person_id]
    assert len(asked(DAY, mine, None)) == 1
    Mandate.objects.filter(person__in=mine).update(valid_to=DAY)
    assert asked(DAY, mine, None) == []


def test_it_is_composed_once_for_each_shape(people):
    calls = []

    def build(ids, erased):
        calls.append(ids)
        return Person.objects.filter(pk__in=ids, erased_at=erased)

    asked = composed(build)
    for ids in ([people[0].person_id], [people[1].person_id], [0]):
        asked(ids, None)
    assert len(calls) == 1
    asked([0, 0], None)
    assert len(calls) == 2


def test_each_kind_of_value_reaches_the_database_as_a_field_would_send_it(people):
    person = people[0].person
    moment = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
    Person.objects.filter(pk=person.pk).update(erased_at=moment)
    by = {
        "public_id": person.public_id,
        "erased_at": moment,
        "name": person.name,
        "pk": person.pk,
    }
    for field, value in by.items():
        asked = composed(lambda one, field=field: Person.objects.filter(**{field: one}).values_list("pk", "public_id"))
        assert asked(value) == [(person.pk, person.public_id)], field
    assert composed(lambda one: Person.objects.filter(public_id=one))(uuid.uuid4()) == []


def test_a_list_of_values_can_be_left_out_and_be_within_another_question(people):
    asked = composed(
        lambda ids, day: Body.objects.filter(
            Q(pk__in=Mandate.objects.at(day).filter(person__in=ids).values("body")) | Q(pk__in=[])
        )
    )
    assert asked([people[0].person_id], DAY) == [people[0].body]
    assert asked([], DAY) == []


def test_longer_lists_and_more_shapes_than_are_kept_are_asked_as_ever(people, monkeypatch):
    monkeypatch.setattr(question, "LONGEST", 2)
    monkeypatch.setattr(question, "SHAPES", 1)
    asked, ids = (
        composed(lambda ids: Person.objects.filter(pk__in=ids).order_by("pk")),
        [one.person_id for one in people],
    )
    everyone = [one.person for one in people]
    assert asked([*ids, 0]) == asked([*ids]) == everyone
    assert asked(ids[:1]) == asked(ids[:1]) == everyone[:1]


@pytest.mark.parametrize(
    "build",
    [
        lambda one: Mandate.objects.at(clock.today()).filter(pk=one),
        lambda one: Mandate.objects.filter(pk__in=list(Person.objects.values_list("pk", flat=True)), role=one),
    ],
    ids=["clock", "database"],
)
def test_neither_clock_nor_database_is_asked_while_composing(build):
    """It would be the first asking's day, and the first asking's people, for as long as the process lives."""
    with pytest.raises(RuntimeError):
        composed(build)(1)
    assert clock.today()
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "value", [Person.objects.all(), Person(pk=1), {1: 2}.keys()], ids=lambda one: type(one).__name__
)
def test_only_values_and_lists_of_them_are_taken(value):
    with pytest.raises(TypeError):
        composed(lambda one: Person.objects.filter(pk__in=one))(value)


def test_it_is_one_query(people, django_assert_num_queries):
    asked = composed(held)
    with django_assert_num_queries(1):
        asked(DAY, [people[0].person_id], None)
    with django_assert_num_queries(1):
        asked(DAY, [people[1].person_id], None)
