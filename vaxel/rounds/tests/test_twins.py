"""The author of a question is told who asks it already, and takes that question over in one click."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.rounds.commands import templates as doing
from vaxel.rounds.domain.template import parse
from vaxel.rounds.models import Round
from vaxel.rounds.pages.delivery.test_page import browser, text
from vaxel.rounds.queries.twins import twins

NEAR = "Hur mycket har använts till barn och unga?"


def question(label, key="mine", **more):
    return {"id": key, "type": "money", "label": label, **more}


def content(*questions):
    return {"sections": [{"id": "s", "title": "", "questions": list(questions)}]}


@pytest.fixture
def lin(sweden):
    return sweden.coordinator()


def template(sweden, lin, *questions):
    owner = sweden.bodies["dalarna"].pk
    return doing.create_template(by=sweden.actor(lin), owner_id=owner, title="Enkät", content=content(*questions))


def version(made):
    return made.versions.get()


def found(sweden, lin, made):
    return twins(made, parse(version(made).content), sweden.actor(lin))


def test_a_near_question_in_use_is_told_with_who_asks_it(sweden, lin):
    asked = sweden.round(audience={"kinds": ["municipality"]})
    (twin,) = found(sweden, lin, template(sweden, lin, question(NEAR))).values()
    assert (twin.question_id, twin.same, twin.asker, twin.asked) == ("money", False, "Nationella kansliet", 4)
    assert (twin.round_id, twin.version_id, twin.kinds) == (asked.pk, asked.template_version_id, ("municipality",))


def test_the_same_id_is_the_same_question_whatever_its_words(sweden, lin):
    sweden.round()
    (twin,) = found(sweden, lin, template(sweden, lin, question("Helt andra ord", "money"))).values()
    assert twin.same


@pytest.mark.parametrize("state", ["draft", "recalled"])
def test_what_is_not_sent_is_not_told(sweden, lin, state):
    Round.objects.filter(pk=sweden.round().pk).update(state=state)
    assert found(sweden, lin, template(sweden, lin, question(NEAR))) == {}


def test_ones_own_template_is_no_twin_of_itself(sweden, lin):
    made = template(sweden, lin, question(NEAR))
    asked = sweden.round()
    Round.objects.filter(pk=asked.pk).update(template_version=version(made))
    assert found(sweden, lin, made) == {}


def test_a_round_one_may_not_open_is_told_without_its_address(sweden, lin):
    sweden.round("solna")
    (twin,) = found(sweden, lin, template(sweden, lin, question(NEAR))).values()
    assert twin.round_id is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_queries_however_many_questions(sweden, lin, number):
    sweden.round()
    made = template(sweden, lin, *(question(NEAR, f"q{place}") for place in range(number)))
    questions, actor = parse(version(made).content), sweden.actor(lin)
    with CaptureQueriesContext(connection) as seen:
        assert len(twins(made, questions, actor)) == number
    assert len(seen) == 3


def press(client, made, do):
    posted = {"revision": version(made).revision, "do": do}
    return client.post(reverse("template_write", args=[made.pk]), posted, follow=True)


def ids(made):
    return [one.id for one in parse(version(made).content)]


def test_the_twin_is_taken_over_with_its_id_and_given_back(sweden, lin):
    asked = sweden.round(audience={"kinds": ["municipality"]})
    made, client = template(sweden, lin, question("Först", "a"), question(NEAR), question("Sist", "z")), browser(lin)
    page = text(client.get(reverse("template", args=[made.pk])))
    assert "Nationella kansliet ställer redan en liknande fråga till 4 kommuner" in page
    page = text(press(client, made, f"take:mine:{asked.template_version_id}:money"))
    assert ids(made) == ["a", "money", "z"]
    assert "Samma fråga ställs av Nationella kansliet" in page
    press(client, made, "undo")
    assert ids(made) == ["a", "mine", "z"]


@pytest.mark.parametrize("do", ["take:mine:1:x", "take:mine::money", "take:mine:99999:money", "take:", "take:mine:²:q"])
def test_what_is_not_in_use_cannot_be_taken_over(sweden, lin, do):
    sweden.round()
    made = template(sweden, lin, question(NEAR))
    assert press(browser(lin), made, do).status_code == 400
    assert ids(made) == ["mine"]


def test_a_question_that_is_here_already_is_not_taken_twice(sweden, lin):
    asked = sweden.round()
    made = template(sweden, lin, question("Den", "money"), question(NEAR))
    assert press(browser(lin), made, f"take:mine:{asked.template_version_id}:money").status_code == 409
    assert ids(made) == ["money", "mine"]
