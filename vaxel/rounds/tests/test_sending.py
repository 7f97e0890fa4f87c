"""Sending, the second person, the ten minutes, and what mail says."""

import datetime as dt
import itertools

import pytest
import time_machine
from django.db import OperationalError, connection, transaction

from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.commands import announce as announcing
from vaxel.rounds.commands import bulk, deliveries, rounds, send
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import AnsweringLink, Frame, FrameRange, Round
from vaxel.rounds.ticks import announce_sent
from vaxel.ui.refusal import Refusal

TEN = dt.timedelta(minutes=10, seconds=1)


def sends(world, draft, by=None):
    return rounds.send(draft, by=by or world.secretary, received_at=world.now())


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", " "), ("text", ""), ("due", None), ("template_version", None)],
)
def test_what_is_missing_is_said_by_field_and_nothing_is_sent(world, field, value):
    draft = world.draft()
    rounds.edit_round(draft, by=world.secretary, revision=0, **{field: value})
    with pytest.raises(Refusal) as no:
        sends(world, draft)
    assert no.value.field == field
    assert Round.objects.get(pk=draft.pk).state == RoundState.DRAFT
    assert not Frame.objects.exists()


def test_a_due_date_in_the_past_is_refused_and_today_is_not(world):
    yesterday = world.today() - dt.timedelta(days=1)
    with pytest.raises(Refusal, match="redan varit"):
        sends(world, world.draft(due=yesterday))
    assert sends(world, world.draft(due=world.today())).sent


@pytest.mark.parametrize("rule", [{"kinds": ["resource_centre"]}, {"kinds": ["municipality"], "groups": ["Z"]}])
def test_an_audience_of_none_is_refused(world, rule):
    with pytest.raises(Refusal, match="ingen mottagare"):
        sends(world, world.draft(audience=rule))


@pytest.mark.parametrize(
    "rule", [{"kinds": []}, {"kinds": ["ufo"]}, {"bodies": ["x"]}, {"what": 1, "kinds": ["county"]}]
)
def test_what_is_no_audience_is_refused_when_it_is_written(world, rule):
    with pytest.raises(Refusal) as no:
        world.draft(audience=rule or {"kinds": []})
    assert no.value.field == "audience"


def test_a_mailing_needs_neither_questions_nor_a_date(world):
    assert sends(world, world.draft(kind=RoundKind.MAILING, due=None)).sent


def test_sending_freezes_the_questions(world):
    sent = world.sent()
    assert sent.template_version.__class__.objects.get(pk=sent.template_version_id).frozen_at


def test_above_the_limit_a_second_person_of_the_same_body_sends(world, monkeypatch):
    monkeypatch.setattr(send, "SECOND_PERSON_ABOVE", 5)
    draft, colleague = world.draft(), world.actor(world.secretariat, Role.SECRETARIAT, another=1)
    first = sends(world, draft)
    assert (first.sent, first.waits_for_second) == (False, True)
    assert sends(world, draft).waits_for_second  # the same person again is still one person
    assert Round.objects.get(pk=draft.pk).deliveries.count() == 0
    with pytest.raises(Refusal) as no:
        sends(world, draft, world.actor(world.dalarna, Role.COORDINATOR))
    assert no.value.status == 403
    assert sends(world, draft, colleague).sent


def test_a_large_sending_changed_since_is_confirmed_anew(world, monkeypatch):
    monkeypatch.setattr(send, "SECOND_PERSON_ABOVE", 5)
    draft, colleague = world.draft(), world.actor(world.secretariat, Role.SECRETARIAT, another=1)
    sends(world, draft)
    rounds.edit_round(draft, by=colleague, revision=0, title="En annan rubrik")
    assert sends(world, draft, colleague).waits_for_second
    assert sends(world, draft).sent


def test_numbers_run_within_the_year(world):
    first, second = world.sent(), world.sent()
    year = world.today().year
    assert [first.number, second.number] == [f"{year}-001", f"{year}-002"]


def test_a_divided_county_owns_more_than_one_range(world):
    """Halland: Varberg lies in the north, Laholm in the south, the region in both; the county has them all."""
    frame = world.sent(kinds=["municipality", "region"]).frame

    def of(body):
        ranges = FrameRange.objects.filter(frame=frame, node=body).values_list("start", "stop")
        return sum(stop - start for start, stop in ranges)

    assert (of(world.halland), of(world.south), of(world.north), of(world.dalarna)) == (3, 2, 7, 4)
    assert FrameRange.objects.filter(frame=frame, node=world.halland).count() == 2


def test_mail_waits_ten_minutes_and_goes_once_to_each_body(world):
    for body in (world.falun, world.mora):
        world.actor(body)
    world.mailbox(world.orsa, "registrator@orsa.example")
    start = world.now()
    with time_machine.travel(start, tick=False):
        sent = world.sent()
        announce_sent()
        assert not Message.objects.exists()
    with time_machine.travel(start + TEN, tick=False):
        assert announce_sent() == 1
        assert announce_sent() == 0
    told = Message.objects.filter(event_key__startswith=f"round:{sent.pk}:sent:")
    assert set(told.values_list("body_id", flat=True)) == {world.falun.pk, world.mora.pk, world.orsa.pk}
    letter = told.get(body_id=world.falun.pk)
    assert "/forfragningar/lank/" in letter.text  # nobody there has a login
    assert sent.title in letter.subject
    assert told.get(body_id=world.orsa.pk).to == "registrator@orsa.example"


def test_telling_many_goes_on_where_it_stopped_and_lets_others_write_in_between(world, monkeypatch):
    """A thousand at a time in transactions of their own; here one, and the third falls."""
    for body in (world.falun, world.mora, world.orsa, world.varberg, world.laholm):
        world.mailbox(body, f"b{body.pk}@example.org")
    monkeypatch.setattr(announcing, "BATCH", 1)
    told, posts = announcing.mail.sent, itertools.count(1)

    def falls(*arguments):
        told(*arguments)
        if next(posts) == 3:
            raise RuntimeError("killed before it is committed")

    start = world.now()
    with time_machine.travel(start, tick=False):
        sent = world.sent()
    with time_machine.travel(start + TEN, tick=False):
        monkeypatch.setattr(announcing.mail, "sent", falls)
        with pytest.raises(RuntimeError):
            announce_sent()
        links = AnsweringLink.objects.count()
        monkeypatch.setattr(announcing.mail, "sent", told)
        assert announce_sent() == 1
        assert announce_sent() == 0
    letters = Message.objects.filter(event_key__startswith=f"round:{sent.pk}:sent:")
    assert letters.count() == 5
    assert 0 < links < AnsweringLink.objects.count() == 5  # what had been told was not told again


def test_stepwise_mail_goes_to_the_county_and_to_the_body_when_passed_on(world):
    county, start = world.actor(world.dalarna, Role.COORDINATOR), world.now()
    world.actor(world.falun)
    with time_machine.travel(start, tick=False):
        sent = world.sent(route="stepwise")
    with time_machine.travel(start + TEN, tick=False):
        announce_sent()
        assert list(Message.objects.values_list("body_id", flat=True)) == [world.dalarna.pk]
        for key in ("a", "a", "b"):
            deliveries.relay(sent, world.dalarna.pk, [world.falun.pk], by=county, key=key, received_at=world.now())
    assert Message.objects.filter(body_id=world.falun.pk).count() == 1


def test_recall_within_ten_minutes_leaves_no_mail(world):
    world.actor(world.falun)
    start = world.now()
    with time_machine.travel(start, tick=False):
        sent = world.sent()
        rounds.recall(sent, by=world.secretary)
    with time_machine.travel(start + TEN, tick=False):
        assert announce_sent() == 0
    assert not Message.objects.exists()


def test_recall_is_refused_after_ten_minutes_and_after_somebody_acted(world):
    start = world.now()
    with time_machine.travel(start, tick=False):
        late, touched = world.sent(), world.sent()
        delivery = world.delivery(touched, world.falun)
        deliveries.confirm_receipt(delivery, by=world.actor(world.falun), key="k", received_at=world.now())
        with pytest.raises(Refusal, match="redan börjat"):
            rounds.recall(touched, by=world.secretary)
    assert world.delivery(touched, world.mora).state == 1
    with time_machine.travel(start + TEN, tick=False), pytest.raises(Refusal, match="Tio minuter"):
        rounds.recall(late, by=world.secretary)


def test_a_draft_edited_by_two_tells_the_second(world):
    draft = world.draft()
    rounds.edit_round(draft, by=world.secretary, revision=0, title="Först")
    with pytest.raises(Refusal) as no:
        rounds.edit_round(draft, by=world.secretary, revision=0, title="Sedan")
    assert no.value.status == 409
    assert Round.objects.get(pk=draft.pk).title == "Först"


def test_a_sent_round_is_not_edited_but_copied(world):
    sent = world.sent()
    with pytest.raises(Refusal, match="kan inte ändras"):
        rounds.edit_round(sent, by=world.secretary, revision=sent.revision, title="Ny")
    copy = rounds.duplicate(sent, by=world.secretary)
    assert (copy.state, copy.title, copy.due, copy.number) == (RoundState.DRAFT, sent.title, None, None)
    assert copy.template_version_id == sent.template_version_id


def test_who_was_passed_on_to_within_the_ten_minutes_is_told_once(world):
    county, start = world.actor(world.dalarna, Role.COORDINATOR), world.now()
    world.actor(world.falun)
    with time_machine.travel(start, tick=False):
        sent = world.sent(route="stepwise")
        deliveries.relay(sent, world.dalarna.pk, [world.falun.pk], by=county, key="k", received_at=world.now())
    with time_machine.travel(start + TEN, tick=False):
        announce_sent()
    assert Message.objects.filter(body_id=world.falun.pk).count() == 1


def test_mail_of_a_round_that_opens_later_waits_for_that_day(world):
    world.actor(world.falun)
    start = world.now()
    with time_machine.travel(start, tick=False):
        world.sent(opens=world.today() + dt.timedelta(days=2))
    with time_machine.travel(start + TEN, tick=False):
        assert announce_sent() == 0
    with time_machine.travel(start + dt.timedelta(days=2), tick=False):
        assert announce_sent() == 1


def test_questions_with_something_left_to_mend_are_not_sent(world):
    unfinished = {"sections": [{"id": "s1", "title": "", "questions": [{"id": "q1", "type": "one", "label": ""}]}]}
    draft = world.draft(template_version=world.version(unfinished))
    with pytest.raises(Refusal, match="inte färdig") as no:
        sends(world, draft)
    assert no.value.field == "template_version"
    assert Round.objects.get(pk=draft.pk).state == RoundState.DRAFT


@pytest.mark.parametrize(("many", "taken"), [(1, True), (5000, False)])
def test_a_large_round_is_known_to_the_database_when_it_is_sent(
    world, monkeypatch, django_capture_on_commit_callbacks, many, taken
):
    """Its planner would else take it for a few rows for a minute, and read all of it for one body's page."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite keeps no such figures")
    monkeypatch.setattr(bulk, "MANY", many)
    draft = world.draft()
    with django_capture_on_commit_callbacks(execute=True):
        sends(world, draft)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT most_common_vals::text FROM pg_stats WHERE tablename = 'rounds_delivery' AND attname = 'round_id'"
        )
        known = str(cursor.fetchone())
    assert (f"{{{draft.pk}}}" in known) == taken


def test_sqlite_has_room_while_a_round_is_sent_and_its_own_little_after(world, monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's room is its server's")
    seen, run, before = [], send.run, cache()
    monkeypatch.setattr(send, "run", lambda *given: seen.append(cache()) or run(*given))
    sends(world, world.draft())
    assert set(seen) == {bulk.ROOM}
    assert cache() == before


def test_why_a_sending_failed_is_told_and_the_room_given_back(world, monkeypatch):
    def fails(*_):
        with transaction.atomic():
            raise OperationalError("database or disk is full")

    monkeypatch.setattr(send, "run", fails)
    before = connection.vendor == "sqlite" and cache()
    with pytest.raises(OperationalError, match="full"):
        sends(world, world.draft())
    assert (connection.vendor == "sqlite" and cache()) == before


def cache():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        return cursor.fetchone()[0]
