"""Sections of an answer written by others: in the body's one draft, their own questions alone, never sent by them."""

import datetime as dt

import pytest

from vaxel.accounts.models import User
from vaxel.network.commands.closing import rebuild_closure
from vaxel.network.domain.kinds import Role, Tree
from vaxel.network.models import Mandate, Person, Tie
from vaxel.network.queries.actors import actor_of
from vaxel.notices.models import Message
from vaxel.rounds.commands import answers, rounds
from vaxel.rounds.commands.sections import delegate_sections, part_done, take_back, write_part
from vaxel.rounds.models import Answer, SectionPart
from vaxel.rounds.queries.inbox import inbox
from vaxel.rounds.queries.sections import ready_day, to_write
from vaxel.rounds.tests.world import QUESTIONS
from vaxel.ui.refusal import Refusal

ECONOMY = {"id": "s2", "title": "Ekonomi", "questions": [{"id": "e1", "type": "money", "label": "Vad kostade det?"}]}
TWO = {"sections": [*QUESTIONS["sections"], ECONOMY]}


@pytest.fixture
def mine(world):
    round = world.sent(template_version=world.version(TWO))
    return world.delivery(round, world.mora)


@pytest.fixture
def kim(world):
    return world.actor(world.mora)


@pytest.fixture
def economist(world):
    """A colleague whose role may not otherwise answer."""
    return world.actor(world.mora, Role.MEMBER)


@pytest.fixture
def school(world):
    return world.actor(world.school)


def give(delivery, by, to=None, *, unit=None, sections=("s2",), **more):
    words = {"person": to and to.person_id, "body": unit and unit.pk, **more}
    return delegate_sections(delivery, sections, by=by, **words)[0]


def refused(act, status=None):
    with pytest.raises(Refusal) as no:
        act()
    assert status is None or no.value.status == status, no.value.message
    return no.value


def test_what_a_colleague_and_a_unit_write_comes_into_the_one_draft(world, mine, kim, economist, school):
    answers.save_draft(mine, {"q3": "Tiden"}, by=kim)
    write_part(give(mine, kim, economist), {"e1": "1 200"}, by=economist)
    write_part(give(mine, kim, unit=world.school, sections=["s1"]), {"q1": "7"}, by=school)
    assert Answer.objects.get().values == {"q3": "Tiden", "e1": 120_000, "q1": "7"}


def test_questions_of_other_sections_are_refused(mine, kim, economist):
    part = give(mine, kim, economist)
    no = refused(lambda: write_part(part, {"e1": "5", "q1": "9", "x": "1"}, by=economist))
    assert set(no.problems) == {"q1", "x"}
    assert Answer.objects.get().values == {"e1": 500}


def test_whoever_got_it_writes_that_and_does_nothing_else(world, mine, kim, economist, school):
    part = give(mine, kim, economist)
    for other in (kim, school, world.actor(world.mora, Role.MEMBER, another=1), world.secretary):
        refused(lambda other=other: write_part(part, {"e1": "5"}, by=other), 403)
        refused(lambda other=other: part_done(part, by=other), 403)
    refused(lambda: answers.save_draft(mine, {"q1": "5"}, by=economist), 403)
    refused(lambda: answers.submit(mine, by=economist, key="k", received_at=world.now()), 403)
    refused(lambda: give(mine, economist, kim, sections=["s1"]), 403)
    refused(lambda: take_back(part, by=economist), 403)


def test_a_units_registrar_does_not_write_for_it(world, mine, kim):
    part = give(mine, kim, unit=world.school)
    registrar = world.actor(world.school, Role.REGISTRAR)
    refused(lambda: write_part(part, {"e1": "5"}, by=registrar), 403)


@pytest.mark.parametrize("to", ["elsewhere", "not_below", "gone"])
def test_only_to_ones_own(world, mine, kim, to):
    stranger = world.actor(world.falun)
    how = {"elsewhere": {"to": stranger}, "not_below": {"unit": world.clinic}, "gone": {}}[to]
    assert refused(lambda: give(mine, kim, **how)).field == "to"


def test_one_section_is_out_to_one(mine, kim, economist, school, world):
    first = give(mine, kim, economist)
    assert give(mine, kim, economist).pk == first.pk
    assert Message.objects.filter(event_key__contains=":section-").count() == 1
    refused(lambda: give(mine, kim, unit=world.school), 409)
    take_back(first, by=kim)
    give(mine, kim, unit=world.school)
    assert SectionPart.objects.count() == 2


def test_the_mail_has_a_link_and_nothing_of_the_content(mine, kim, economist):
    part = give(mine, kim, economist, note="Fråga Alex om sjukfallet")
    mail = Message.objects.get(event_key__contains=":section-")
    assert f"/avsnitt/{part.pk}/" in mail.text
    for word in ("Alex", "Ekonomi", "kostade"):
        assert word not in mail.text + mail.subject


def test_two_writers_of_the_same_question_never_write_over_each_other(mine, kim, economist):
    part = give(mine, kim, economist)
    write_part(part, {"e1": "5"}, by=economist, shown={})
    answers.save_draft(mine, {"e1": "8"}, by=kim)
    no = refused(lambda: write_part(part, {"e1": "6"}, by=economist, shown={"e1": 500}))
    assert set(no.problems) == {"e1"}
    assert Answer.objects.get().values == {"e1": 800}


def test_taken_back_while_one_writes_keeps_what_was_saved(mine, kim, economist):
    part = give(mine, kim, economist)
    write_part(part, {"e1": "5"}, by=economist)
    take_back(part, by=kim)
    assert "återtaget" in refused(lambda: write_part(part, {"e1": "6"}, by=economist), 409).message
    refused(lambda: part_done(part, by=economist), 409)
    assert Answer.objects.get().values == {"e1": 500}


def test_done_is_closed_until_opened_again(mine, kim, economist):
    part = give(mine, kim, economist)
    part_done(part, by=economist)
    refused(lambda: write_part(part, {"e1": "6"}, by=economist), 409)
    part_done(part, by=economist, done=False)
    write_part(part, {"e1": "6"}, by=economist)


def test_sent_closes_every_section_and_a_change_opens_them(world, mine, kim, economist):
    part = give(mine, kim, economist)
    answers.save_draft(mine, {"q1": "5"}, by=kim)
    answers.submit(mine, by=kim, key="k", received_at=world.now())
    assert "skickat" in refused(lambda: write_part(part, {"e1": "6"}, by=economist), 409).message
    answers.save_draft(mine, {"q1": "6"}, by=kim)
    write_part(part, {"e1": "6"}, by=economist)


def test_a_closed_round_takes_nothing(world, mine, kim, economist):
    part = give(mine, kim, economist)
    rounds.close(mine.round, by=world.secretary)
    for act in (
        lambda: write_part(part, {"e1": "6"}, by=economist),
        lambda: give(mine, kim, economist, sections=["s1"]),
        lambda: take_back(part, by=kim),
    ):
        refused(act, 409)


def test_a_unit_that_has_left_the_body_writes_no_more(world, mine, kim, school):
    part = give(mine, kim, unit=world.school)
    assert [item.act for item in inbox(school)] == ["write_part"]
    Tie.objects.filter(child=world.school).update(valid_to=world.today())
    rebuild_closure(Tree.GOVERNANCE)
    refused(lambda: write_part(part, {"e1": "6"}, by=school), 403)
    assert inbox(school) == []


def test_it_waits_in_the_inbox_until_it_is_done(mine, kim, economist):
    part = give(mine, kim, economist, ready_by=mine.last_day)
    (item,) = [item for item in inbox(economist) if item.act == "write_part"]
    assert (item.url_args, item.due) == ((mine.round_id, mine.body_id, part.pk), mine.last_day)
    assert "write_part" not in {item.act for item in inbox(kim)}
    part_done(part, by=economist)
    assert inbox(economist) == []


@pytest.mark.parametrize("number", [1, 2])
def test_the_inbox_asks_as_often_however_many(mine, kim, economist, django_assert_num_queries, number):
    delegate_sections(mine, ["s1", "s2"][:number], by=kim, person=economist.person_id)
    with django_assert_num_queries(1):
        assert len(to_write(economist)) == number


def test_the_day_proposed_leaves_the_body_two_working_days(world):
    assert ready_day(dt.date(2099, 6, 10)) == dt.date(2099, 6, 8)  # a Wednesday
    assert ready_day(world.today()) == world.today()
    assert ready_day(None) is None


@pytest.mark.parametrize("days", [-1, 400])
def test_a_day_that_has_been_or_comes_too_late_is_refused(world, mine, kim, economist, days):
    day = world.today() + dt.timedelta(days=days)
    assert refused(lambda: give(mine, kim, economist, ready_by=day)).field == "ready_by"


def test_an_ended_mandate_gives_no_actor_to_write_with(mine, kim, economist, world):
    part = give(mine, kim, economist)
    Mandate.objects.filter(person__public_id=economist.person_id).update(valid_to=world.today())
    user = User.objects.create_user("a@example.org", "ett-langt-losenord")
    Person.objects.filter(public_id=economist.person_id).update(user=user)
    refused(lambda: write_part(part, {"e1": "6"}, by=actor_of(user, day=world.today())), 403)
