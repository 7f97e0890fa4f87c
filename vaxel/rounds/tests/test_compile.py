"""Answers compiled question by question: which count, for which part, and what a reader may see of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Lineage
from vaxel.network.models import Succession
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.queries.answers import draft, standing_answer
from vaxel.rounds.queries.compile import compiled, own_beside
from vaxel.rounds.queries.earlier import earlier_answers


@pytest.fixture
def answered(sweden):
    """Four asked; three have answered, one is still writing."""
    asked = sweden.round()
    sweden.answer(asked, "falun", {"money": 100, "more": "yes", "why": "Sen start"})
    sweden.answer(asked, "mora", {"money": 300, "more": "no", "why": "gömt"})
    sweden.answer(asked, "orsa", {"money": 999_900}, status=AnswerStatus.DRAFT)
    sweden.answer(asked, "solna", {"money": 1_000})
    return asked


def total(result, question="money"):
    figures = result.question(question).aggregate.figures
    return figures.total if figures else None


def test_only_submitted_answers_count(answered):
    result = compiled(answered)
    assert (result.n_answered, total(result)) == (3, 1400)


def test_a_node_counts_its_own_part_as_it_was_when_sent(answered, sweden):
    assert total(compiled(answered, sweden.bodies["dalarna"].pk)) == 400
    assert total(compiled(answered, sweden.bodies["stockholm"].pk)) == 1000
    assert compiled(answered, sweden.bodies["falun"].pk).n_answered == 0  # no node of the frame


def test_as_today_a_merged_bodys_answer_counts_at_its_successor(answered, sweden):
    new = sweden.body("new", Kind.MUNICIPALITY, "Nya kommun", "0999", "dalarna", "nation")
    Succession.objects.create(before=sweden.bodies["solna"], after=new, kind=Lineage.MERGED, day=today())
    dalarna = sweden.bodies["dalarna"].pk
    assert total(compiled(answered, dalarna, "today")) == 1400
    assert total(compiled(answered, dalarna, "then")) == 400


def test_a_split_bodys_answer_is_named_and_never_shared_out(answered, sweden):
    for key in ("a", "b"):
        part = sweden.body(key, Kind.MUNICIPALITY, f"{key} kommun", f"099{key}", "dalarna", "nation")
        Succession.objects.create(before=sweden.bodies["mora"], after=part, kind=Lineage.SPLIT, day=today())
    result = compiled(answered, sweden.bodies["dalarna"].pk, "today")
    assert (total(result), result.undistributed) == (100, ("Mora kommun",))
    assert total(compiled(answered)) == 1400


def test_a_hidden_questions_old_answer_is_left_out(answered):
    why = compiled(answered).question("why")
    assert (why.aggregate.answered, why.shown) == (1, 1)


def test_a_reader_without_a_name_sees_no_words(answered):
    why = compiled(answered).question("why")
    assert (why.aggregate.texts, why.values) == ((), ())


def test_the_sender_reads_the_words_with_names(answered, sweden):
    why = compiled(answered, actor=sweden.actor(sweden.secretary())).question("why")
    assert [(value.name, value.value) for value in why.values] == [("Falu kommun", "Sen start")]
    assert why.aggregate.texts == ("Sen start",)


@pytest.mark.parametrize(("public", "words"), [(True, [("", "Sen start")]), (False, [])])
def test_a_peer_reads_public_words_without_names(answered, sweden, public, words):
    answered.answers_public = public
    why = compiled(answered, actor=sweden.actor(sweden.contact("solna"))).question("why")
    assert [(value.name, value.value) for value in why.values] == words


def test_own_beside_county_and_nation_only_when_three_answered(answered, sweden):
    beside = own_beside(answered, sweden.delivery(answered, "falun"))
    money = beside.rows[0]
    assert (beside.county_name, beside.n_county, beside.n_nation) == ("Dalarnas län", 2, 3)
    assert (money.own, money.county, money.nation.figures.median) == (100, None, 300)


def test_own_beside_never_shows_anothers_words(answered, sweden):
    for key in ("mora", "solna"):
        sweden.delivery(answered, key).answers.update(values={"money": 1, "more": "yes", "why": "Hemligt"})
    why = own_beside(answered, sweden.delivery(answered, "falun")).rows[-1]
    assert (why.question.id, why.nation.answered, why.nation.texts) == ("why", 3, ())


def test_the_number_of_queries_does_not_grow_with_the_answers(answered, sweden):
    actor = sweden.actor(sweden.secretary())

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            compiled(answered, actor=actor)
        return len(seen)

    before = queries()
    sweden.delivery(answered, "orsa").answers.update(status=AnswerStatus.SUBMITTED)
    assert queries() == before


def test_standing_draft_and_earlier(answered, sweden):
    orsa, falun = sweden.delivery(answered, "orsa"), sweden.delivery(answered, "falun")
    assert standing_answer(orsa) is None
    assert draft(orsa).values == {"money": 999_900}
    assert standing_answer(falun).values["money"] == 100
    later = sweden.round("falun", "mora")
    again = earlier_answers(sweden.delivery(later, "falun"))
    assert (again["money"].value, again["money"].source.year) == (100, today().year)
    assert set(again) == {"money", "more", "why"}


def test_an_earlier_answer_that_no_longer_fits_is_not_offered(answered, sweden):
    content = {"sections": [{"id": "s", "questions": [{"id": "money", "type": "money", "label": "?", "min": "2"}]}]}
    later = sweden.round("falun", content=content)
    assert earlier_answers(sweden.delivery(later, "falun")) == {}
