"""A body's own register: each item that comes and goes once, with its number, and mailed once whatever falls."""

import pytest

from vaxel.calendar import clock
from vaxel.files.domain.sheets import read_table
from vaxel.journal import sealing
from vaxel.journal.sealing import head
from vaxel.network.domain.kinds import Role
from vaxel.notices.models import Message
from vaxel.rounds.commands import answers, deliveries
from vaxel.rounds.commands.register import mail_register, set_own_number
from vaxel.rounds.commands.register_mail import mail_all
from vaxel.rounds.queries.register import Way, entries, receipts_of, sent_by
from vaxel.ui.refusal import Refusal


def now(world):
    return {"key": world.key(), "received_at": clock.now()}


@pytest.fixture
def answered(world):
    """Sent to Mora and Falun, answered by Mora."""
    round = world.sent(audience={"bodies": [world.mora.pk, world.falun.pk]})
    mine, by = world.delivery(round, world.mora), world.actor(world.mora)
    answers.save_draft(mine, {"q1": "7"}, by=by)
    answers.submit(mine, by=by, **now(world))
    return round


def of(body):
    return [(one.way, one.what, one.other) for one in entries(receipts_of(body.pk), body.pk)]


def test_what_came_and_what_went(world, answered):
    office = "Nationella sekretariatet"
    assert of(world.mora) == [(Way.OUT, "Svar", office), (Way.IN, "Redovisning", office)]
    assert of(world.falun) == [(Way.IN, "Redovisning", office)]
    assert of(world.secretariat) == [(Way.IN, "Svar", "Mora kommun")]
    assert [(one.way, one.other) for one in sent_by(world.secretariat.pk)] == [(Way.OUT, "2 mottagare")]


def test_what_waits_at_the_county_has_not_come_until_it_is_passed_on(world):
    round = world.sent(audience={"bodies": [world.mora.pk]}, route="stepwise")
    assert of(world.mora) == []
    by = world.actor(world.dalarna, Role.COORDINATOR)
    deliveries.relay(round, world.dalarna.pk, [world.mora.pk], by=by, **now(world))
    assert [way for way, *_ in of(world.mora)] == [Way.IN]


def test_the_same_few_questions_however_many(world, answered, django_assert_num_queries):
    with django_assert_num_queries(3):
        entries(receipts_of(world.falun.pk), world.falun.pk)
    with django_assert_num_queries(3):
        entries(receipts_of(world.mora.pk), world.mora.pk)


def test_ones_own_number_stands_on_every_row_of_the_thing(world, answered):
    set_own_number(world.mora.pk, answered.pk, " KS 2026/12 ", by=world.actor(world.mora))
    assert {one.own_number for one in entries(receipts_of(world.mora.pk), world.mora.pk)} == {"KS 2026/12"}
    assert {one.own_number for one in entries(receipts_of(world.falun.pk), world.falun.pk)} == {""}


@pytest.mark.parametrize(("who", "status"), [("laholm", 404), ("secretary_of_mora", 403)])
def test_nobody_numbers_what_is_not_theirs(world, answered, who, status):
    by = world.actor(world.laholm) if who == "laholm" else world.secretary
    body = world.laholm if who == "laholm" else world.mora
    with pytest.raises(Refusal) as no:
        set_own_number(body.pk, answered.pk, "1", by=by)
    assert no.value.status == status


def test_each_item_is_mailed_once_from_now_on(world):
    world.sent(audience={"bodies": [world.mora.pk]})
    sealing.seal()
    mail_register(world.mora.pk, "registrator@mora.example", by=world.actor(world.mora))
    round = world.sent(audience={"bodies": [world.mora.pk]}, title="En ny fråga")
    deliveries.nothing_to_report(world.delivery(round, world.mora), by=world.actor(world.mora), **now(world))
    sealing.seal()
    assert (mail_all(), mail_all()) == (1, 0)
    mail = Message.objects.get(to="registrator@mora.example")
    assert mail.subject == "2 handlingar till diariet"
    assert mail.text.count("En ny fråga") == 2
    assert "Inget att redovisa" in mail.text
    assert round.number in mail.text
    assert f"{head().number}:{head().hash}" in mail.text, "an anchor in an archive that is not ours"


def test_a_mistyped_address_is_refused_and_nothing_changes(world):
    with pytest.raises(Refusal) as no:
        mail_register(world.mora.pk, "registrator@", by=world.actor(world.mora))
    assert no.value.field == "address"


def test_the_file_is_read_by_a_real_reader(world, answered, client):
    from vaxel.accounts.models import User
    from vaxel.network.models import Person

    person = Person.objects.get(public_id=world.actor(world.mora).person_id)
    person.user = User.objects.create_user("mora@exempel.example")
    person.save()
    client.force_login(person.user)
    answer = client.get(f"/forfragningar/register/{world.mora.pk}/handlingar.xlsx")
    sheet = read_table(b"".join(answer) if answer.streaming else answer.content, "handlingar.xlsx")
    assert list(sheet.header)[:2] == ["Datum", "Riktning"]
    assert len(sheet.rows) == 2
    assert client.get(f"/forfragningar/register/{world.laholm.pk}/").status_code == 404
    assert client.get(f"/forfragningar/register/{world.mora.pk}/handlingar.exe").status_code == 404
