"""Ask once: what is offered again, from where, what marks it, and where it was used."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vaxel.calendar.clock import now, today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.domain.kinds import Kind, Lineage
from vaxel.network.models import Succession
from vaxel.rounds.commands.drafting import save_draft
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import CarriedOver, NodeCompilation, Round
from vaxel.rounds.queries.earlier import carried_over, earlier_answers, predecessors
from vaxel.rounds.queries.used import where_used


@pytest.fixture
def last_year(sweden):
    asked = sweden.round(title="Redovisning av 2025 års medel")
    answer = sweden.answer(asked, "falun", {"money": 100, "more": "yes", "why": "Sen start"})
    answer.submitted_at, answer.submitted_by = now() - dt.timedelta(days=300), sweden.actor(sweden.contact()).person_id
    answer.save()
    return answer


@pytest.fixture
def delivery(sweden, last_year):
    return sweden.delivery(sweden.round("falun", "mora"), "falun")


@pytest.fixture
def kim(sweden):
    return sweden.actor(sweden.contact())


def save(delivery, values, kim, carried=()):
    return save_draft(delivery, values, by=kim, carried=dict(carried))


def test_an_offer_names_its_round_day_and_who_sent_it(delivery, last_year):
    source = earlier_answers(delivery)["money"].source
    assert (source.round_title, source.answer_id, source.body) == ("Redovisning av 2025 års medel", last_year.pk, "")
    assert source.day == swedish_day(now() - dt.timedelta(days=300))
    assert source.who


def test_the_latest_of_ones_own_answers_is_offered(sweden, delivery, last_year):
    sweden.answer(sweden.round("falun"), "falun", {"money": 200})
    assert earlier_answers(delivery)["money"].value == 200


def merged(sweden, body, into, kind=Lineage.MERGED):
    Succession.objects.create(before=sweden.bodies[body], after=sweden.bodies[into], kind=kind, day=today())


def test_after_a_merger_a_predecessors_answer_is_offered_with_its_name(sweden, last_year):
    sweden.body("new", Kind.MUNICIPALITY, "Nya kommun", "2099", "dalarna", "nation")
    merged(sweden, "falun", "new")
    source = earlier_answers(sweden.delivery(sweden.round("new"), "new"))["money"].source
    assert source.body == "Falu kommun"


def test_ones_own_answer_goes_before_a_later_one_of_a_predecessor(sweden, delivery):
    sweden.answer(sweden.round("mora"), "mora", {"money": 999})
    merged(sweden, "mora", "falun")
    assert earlier_answers(delivery)["money"].value == 100


def test_a_split_bodys_answer_is_nobody_elses(sweden):
    merged(sweden, "mora", "falun", Lineage.SPLIT)
    assert predecessors(sweden.bodies["falun"].pk) == set()


def test_a_merger_of_a_merger_is_followed_and_a_ring_ends(sweden):
    merged(sweden, "orsa", "mora")
    merged(sweden, "mora", "falun")
    merged(sweden, "falun", "orsa")
    bodies = sweden.bodies
    assert predecessors(bodies["falun"].pk) == {bodies["mora"].pk, bodies["orsa"].pk}


def test_what_is_accepted_is_marked_until_it_is_changed(delivery, last_year, kim):
    draft = save(delivery, {"money": 100, "why": "Sen start"}, kim, {"money": last_year.pk, "why": last_year.pk})
    assert set(carried_over(draft)) == {"money", "why"}
    save(delivery, {"money": 250}, kim)
    assert set(carried_over(draft)) == {"why"}
    save(delivery, {"why": "Sen start"}, kim)  # written once more as it stood: still what was said last year
    assert set(carried_over(draft)) == {"why"}


def test_an_emptied_value_is_not_carried(delivery, last_year, kim):
    draft = save(delivery, {"money": None}, kim, {"money": last_year.pk})
    assert carried_over(draft) == {}


def test_a_new_version_keeps_the_marks_of_the_one_before(delivery, last_year, kim):
    sent = save(delivery, {"money": 100, "why": "Sen start"}, kim, {"money": last_year.pk, "why": last_year.pk})
    sent.status, sent.submitted_at = AnswerStatus.SUBMITTED, now()
    sent.save()
    changed = save(delivery, {"money": 300}, kim)
    assert changed.pk != sent.pk
    assert (set(carried_over(changed)), set(carried_over(sent))) == ({"why"}, {"money", "why"})


def uses(answer):
    return [(use.what, use.question_id, use.url_name) for use in where_used(answer)]


def test_an_answer_says_where_it_was_used(sweden, delivery, last_year, kim):
    assert uses(last_year) == []
    asked = last_year.delivery.round
    NodeCompilation.objects.create(round=asked, node=sweden.bodies["dalarna"], finished_at=now())
    NodeCompilation.objects.create(round=asked, node=sweden.bodies["stockholm"], finished_at=now())  # not above Falun
    NodeCompilation.objects.create(round=asked, node=asked.owner)  # not finished
    Round.objects.filter(pk=asked.pk).update(fed_back_at=now(), feedback="Så här blev det.")
    asked.refresh_from_db()
    later = save(delivery, {"money": 100}, kim, {"money": last_year.pk})
    assert len(uses(last_year)) == 2  # a draft is no use
    later.status, later.submitted_at = AnswerStatus.SUBMITTED, now()
    later.save()
    assert sorted(uses(last_year)) == [
        ("Avsändaren har återkopplat vad svaren ledde till", "", "round_own_feedback"),
        ("Hämtat till ert svar på Redovisning av 2026 års medel", "money", "delivery"),
        ("Med i sammanställningen från Dalarnas län", "", "compilation"),
    ]


def test_a_compilation_finished_before_the_answer_did_not_cover_it(sweden, last_year):
    earlier = last_year.submitted_at - dt.timedelta(days=1)
    NodeCompilation.objects.create(round=last_year.delivery.round, node=sweden.bodies["dalarna"], finished_at=earlier)
    assert uses(last_year) == []


@pytest.mark.parametrize("rounds", [1, 3])
def test_offers_take_the_same_queries_however_many_rounds_came_before(sweden, delivery, last_year, rounds):
    for _one in range(rounds):
        sweden.answer(sweden.round("falun"), "falun", {"money": 5, "why": "x"})
    with CaptureQueriesContext(connection) as seen:
        earlier_answers(delivery)
    assert len(seen) == 5


@pytest.mark.parametrize("number", [1, 3])
def test_uses_take_the_same_queries_however_many(sweden, last_year, kim, number):
    for _one in range(number):
        delivery = sweden.delivery(sweden.round("falun"), "falun")
        later = save(delivery, {"money": 100, "why": "Sen start"}, kim, {"money": last_year.pk, "why": last_year.pk})
        later.status, later.submitted_at = AnswerStatus.SUBMITTED, now()
        later.save()
    with CaptureQueriesContext(connection) as seen:
        assert len(where_used(last_year)) == 2 * number
    assert len(seen) == 4
    assert CarriedOver.objects.count() == 2 * number
