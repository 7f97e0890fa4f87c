"""The database refuses overlaps and rings: by raw SQL, and for the second of two writers at once."""

import pytest
from django.db import IntegrityError, connection, transaction

from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body, Person
from vaxel.network.models.refusals import NO_OVERLAPS, RING
from vaxel.network.tests.writers import Second, Writer, writer_factory

OPEN = {"valid_from": "2020-01-01", "valid_to": "9999-12-31"}
LATER = {"valid_from": "2021-06-01", "valid_to": "2022-01-01"}
BEFORE = {"valid_from": "2019-01-01", "valid_to": "2020-01-01"}


def identity(**facts):
    row = {"kind": "municipality", "code": "2321", "within_id": None, "name": "Åre", "short_name": "", "folded": ""}
    return {**row, "also_called": "", "source": "", **facts}


def tie(child, parent, **facts):
    row = {"tree": "governance", "child_id": child, "parent_id": parent, "parent_kind": "county", "extent": "whole"}
    return {**row, "source": "", **facts}


# rule → table, the row that is there, the row that must not overlap it
CASES = {
    "network_one_identity_a_day": ("network_identity", identity(body_id=1), identity(body_id=1, code="9999")),
    "network_one_body_per_code_a_day": ("network_identity", identity(body_id=1), identity(body_id=2)),
    "network_one_tie_a_day": (
        "network_tie",
        tie(1, 2, extent="part"),
        tie(1, 2, parent_kind="region", extent="part"),
    ),
    "network_one_whole_tie_a_day": ("network_tie", tie(1, 2), tie(1, 3)),
    "network_one_mailbox_a_day": (
        "network_functionmailbox",
        {"body_id": 1, "address": "a@exempel.se"},
        {"body_id": 1, "address": "b@exempel.se"},
    ),
    "network_one_order_a_day": (
        "network_contactorder",
        {"body_id": 1, "turns": "contact"},
        {"body_id": 1, "turns": "mailbox"},
    ),
    "network_one_absence_a_day": (
        "network_absence",
        {"person_id": 1, "body_id": 1, "stand_in_id": None, "created_at": "2020-01-01"},
        {"person_id": 1, "body_id": 1, "stand_in_id": None, "created_at": "2020-01-02"},
    ),
    "network_one_steering_mailbox_a_day": (
        "network_steeringmailbox",
        {"county_id": 1, "address": "a@exempel.se"},
        {"county_id": 1, "address": "b@exempel.se"},
    ),
    "network_one_group_a_day": (
        "network_grouping",
        {"scheme": "skr", "body_id": 1, "code": "A1", "name": "A"},
        {"scheme": "skr", "body_id": 1, "code": "B3", "name": "B"},
    ),
    "network_one_mandate_a_day": (
        "network_mandate",
        {"person_id": 1, "body_id": 1, "role": "contact", "title": "", "deputy": False, "created_at": "2020-01-01"},
        {"person_id": 1, "body_id": 1, "role": "contact", "title": "x", "deputy": True, "created_at": "2020-01-01"},
    ),
}


def three_bodies_and_a_person():
    """Bodies 1, 2, 3 and person 1."""
    Body.objects.bulk_create(Body(id=number, kind=Kind.COUNTY) for number in (1, 2, 3))
    Person.objects.create(id=1, name="Kim")


@pytest.fixture
def writers(transactional_db, tmp_path):
    """Opens real writers, each with a connection of its own."""
    three_bodies_and_a_person()
    opens, opened = writer_factory(tmp_path), []

    def _open():
        opened.append(opens())
        return opened[-1]

    yield _open
    for writer in opened:
        writer.close()


@pytest.fixture
def raw(db):
    """Raw SQL through the test's own connection: quick, for what takes one writer."""
    three_bodies_and_a_person()
    return Writer(connection, "", "%s")


def refuses(rule, act, *args):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        act(*args)


def test_every_rule_has_a_case():
    assert set(CASES) == {rule.name for rule in NO_OVERLAPS}


@pytest.mark.parametrize("rule", CASES)
def test_raw_sql_is_refused_and_other_days_are_not(raw, rule):
    table, there, other = CASES[rule]
    raw.insert(table, {**there, **OPEN})
    refuses(rule, raw.insert, table, {**other, **LATER})
    raw.insert(table, {**other, **BEFORE})
    refuses(rule, raw.run, f"UPDATE {table} SET valid_to = '2020-01-02' WHERE valid_from = '2019-01-01'")


@pytest.mark.parametrize("rule", CASES)
def test_the_second_of_two_writers_waits_and_is_refused_if_the_first_goes_through(writers, rule):
    table, there, other = CASES[rule]
    first, later = writers(), writers()
    for word in ("ROLLBACK", "COMMIT"):
        second = Second(later, lambda writer: writer.insert(table, {**other, **LATER}))
        first.begin()
        first.insert(table, {**there, **OPEN})
        second.start()
        second.join(0.3)
        assert second.is_alive(), "the second must wait until the first has decided"
        first.end(word)
        second.join(20)
        if word == "ROLLBACK":
            assert second.error is None
            later.run(f"DELETE FROM {table}")
        else:
            assert rule in str(second.error)


def test_a_ring_by_two_writers_is_refused(writers):
    """A under B while B under A: each is fine alone."""
    first = writers()
    second = Second(writers(), lambda writer: writer.insert("network_tie", {**tie(2, 1), **LATER}))
    first.begin()
    first.insert("network_tie", {**tie(1, 2), **OPEN})
    second.start()
    second.join(0.3)
    assert second.is_alive()
    first.end()
    second.join(20)
    assert RING in str(second.error)


def test_a_ring_of_three_by_raw_sql_is_refused_part_ties_too(raw):
    raw.insert("network_tie", {**tie(1, 2, extent="part"), **OPEN})
    raw.insert("network_tie", {**tie(2, 3, extent="part"), **OPEN})
    refuses(RING, raw.insert, "network_tie", {**tie(3, 1, extent="part"), **LATER})
    raw.insert("network_tie", {**tie(3, 1), **BEFORE})
    refuses(RING, raw.run, "UPDATE network_tie SET valid_to = '2020-01-02' WHERE child_id = 3")
    raw.insert("network_tie", {**tie(3, 1, tree="state"), **OPEN})


def test_a_body_is_not_its_own_parent(raw):
    refuses("no_body_is_its_own_parent|" + RING, raw.insert, "network_tie", {**tie(1, 1), **OPEN})


def test_many_writers_of_the_same_seat_one_gets_it(writers):
    table, row, _ = CASES["network_one_mandate_a_day"]
    crowd = [Second(writers(), lambda writer: writer.insert(table, {**row, **OPEN})) for _ in range(6)]
    for writer in crowd:
        writer.start()
    for writer in crowd:
        writer.join(60)
    assert not any(writer.is_alive() for writer in crowd)
    assert sum(writer.error is None for writer in crowd) == 1


@pytest.mark.django_db
def test_a_unit_code_meets_only_within_its_principal():
    one, two, three = (Body.objects.create(kind=Kind.UNIT) for _ in range(3))
    one.identities.create(kind=Kind.UNIT, code="P1", within=two, name="A")
    three.identities.create(kind=Kind.UNIT, code="P1", within=three, name="B")
    with pytest.raises(IntegrityError), transaction.atomic():
        two.identities.create(kind=Kind.UNIT, code="P1", within=two, name="C")


@pytest.mark.django_db
def test_bodies_without_a_code_do_not_meet():
    for _ in range(2):
        Body.objects.create(kind=Kind.GROUP).identities.create(kind=Kind.GROUP, name="Grupp")


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite remakes tables and loses their triggers")
def test_after_all_migrations_every_trigger_is_there():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {name for (name,) in cursor.fetchall()}
    names = [rule.name for rule in NO_OVERLAPS] + [RING]
    assert {f"{name}_{event}" for name in names for event in ("insert", "update")} <= present
