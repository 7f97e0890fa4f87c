"""Rulebook: another template's question in the place of one's own, undone as a removal is."""

import copy

import pytest

from vaxel.rounds.domain import editing

THEIRS = {"id": "x", "type": "text", "label": "Deras", "options": []}


def draft():
    return {
        "sections": [
            {"id": "s1", "questions": [{"id": "a", "type": "one"}, {"id": "b", "type": "text"}]},
            {"id": "s2", "questions": [{"id": "c", "type": "text"}]},
        ]
    }


def order(content):
    return {section["id"]: [question["id"] for question in section["questions"]] for section in content["sections"]}


def test_it_stands_with_its_id_where_ones_own_stood():
    after = editing.take_over(draft(), "b", THEIRS)
    assert order(after) == {"s1": ["a", "x"], "s2": ["c"]}
    assert editing.find(after, "x") == THEIRS


def test_ones_own_comes_back_in_its_place_and_theirs_goes():
    after, back = editing.restore(editing.take_over(draft(), "a", THEIRS))
    assert (back, after) == ("a", draft() | {"removed": []})


def test_it_is_undone_before_what_was_removed_earlier():
    after = editing.take_over(editing.remove(draft(), "c"), "a", THEIRS)
    once, first = editing.restore(after)
    twice, second = editing.restore(once)
    assert (first, second) == ("a", "c")
    assert editing.without_removed(twice) == draft()


def test_the_two_contents_stay_as_they_were():
    before, theirs = draft(), copy.deepcopy(THEIRS) | {"show_if": {"question": "gone", "is": ["x"]}}
    as_it_was = copy.deepcopy(theirs)
    after = editing.take_over(before, "b", theirs)
    assert (before, theirs) == (draft(), as_it_was)
    editing.find(after, "x")["options"].append("mera")
    assert theirs == as_it_was


@pytest.mark.parametrize(
    ("item", "theirs"),
    [
        ("s1", THEIRS),  # a section is no question
        ("b", THEIRS | {"id": "c"}),  # is here already
        ("b", THEIRS | {"id": "b"}),
        ("gone", THEIRS),
    ],
)
def test_nothing_is_taken_over_where_it_cannot_stand(item, theirs):
    with pytest.raises(editing.UnknownPlaceError):
        editing.take_over(draft(), item, theirs)


@pytest.mark.parametrize(
    ("show_if", "kept"),
    [
        ({"question": "a", "is": ["yes"]}, True),
        ({"question": "elsewhere", "is": ["yes"]}, False),
        ({"question": "b", "is": ["yes"]}, False),  # the one it takes the place of
        (None, False),
        ({}, False),
    ],
)
def test_a_condition_comes_along_only_where_its_own_question_is_here(show_if, kept):
    taken = editing.find(editing.take_over(draft(), "b", THEIRS | {"show_if": show_if}), "x")
    assert taken == (THEIRS | {"show_if": show_if} if kept else THEIRS)


@pytest.mark.parametrize("by", ["removing", "taking over"])
def test_the_ten_latest_can_be_undone(by):
    questions = [{"id": f"q{number}", "type": "text"} for number in range(11)]
    content = {"sections": [{"id": "s1", "questions": questions}]}
    for number in range(11):
        if by == "removing":
            content = editing.remove(content, f"q{number}")
        else:
            content = editing.take_over(content, f"q{number}", THEIRS | {"id": f"x{number}"})
    back = []
    while content["removed"]:
        content, one = editing.restore(content)
        back.append(one)
    assert back == [f"q{number}" for number in range(10, 0, -1)]
