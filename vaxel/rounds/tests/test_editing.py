"""Rulebook: a template is edited step by step; nothing is lost, and a question keeps its id."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain import editing
from vaxel.rounds.domain.template import empty, parse


def two_sections():
    return {
        "sections": [
            {"id": "s1", "title": "Ett", "questions": [{"id": "a", "type": "text"}, {"id": "b", "type": "text"}]},
            {"id": "s2", "title": "Två", "questions": [{"id": "c", "type": "text"}]},
        ]
    }


def order(content):
    return {section["id"]: [question["id"] for question in section["questions"]] for section in content["sections"]}


def test_a_section_is_added_last_and_empty():
    after, new = editing.add_section(two_sections())
    assert after["sections"][-1] == {"id": new, "title": "", "help": "", "questions": []}
    assert [section["id"] for section in after["sections"]] == ["s1", "s2", new]
    assert new.startswith("s")
    assert len(editing.add_section({})[0]["sections"]) == 1


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("text", {}),
        ("money", {}),
        ("file", {}),
        ("one", {"options": []}),
        ("many", {"options": []}),
        ("scale", {"scale": {"min": 1, "max": 5, "min_label": "", "max_label": ""}}),
        ("table", {"rows": [], "columns": []}),
        ("yes_no", {"type": "one", "options": [{"id": "yes", "label": "Ja"}, {"id": "no", "label": "Nej"}]}),
    ],
)
def test_a_new_question_is_unwritten_and_has_what_its_type_needs(kind, fields):
    after, new = editing.add_question(two_sections(), "s2", kind)
    unwritten = {"id": new, "type": kind, "label": "", "help": "", "required": False}
    assert editing.find(after, new) == unwritten | fields


def test_a_question_is_added_last_in_its_section():
    after, new = editing.add_question(two_sections(), "s1", "money")
    assert order(after)["s1"] == ["a", "b", new]
    assert editing.find(after, new)["type"] == "money"


def test_yes_or_no_is_a_choice_with_its_options_ready():
    after, new = editing.add_question(two_sections(), "s1", "yes_no")
    question = parse(after).find(new)
    assert (question.type, [option.label for option in question.options]) == ("one", ["Ja", "Nej"])


def test_a_type_that_does_not_exist_is_refused():
    with pytest.raises(ValueError):
        editing.add_question(two_sections(), "s1", "poem")


@pytest.mark.parametrize(
    ("item", "steps", "expected"),
    [
        ("b", -1, {"s1": ["b", "a"], "s2": ["c"]}),
        ("a", -1, {"s1": ["a", "b"], "s2": ["c"]}),  # first of all: stays
        ("b", 1, {"s1": ["a"], "s2": ["b", "c"]}),  # on into the next section
        ("c", -1, {"s1": ["a", "b", "c"], "s2": []}),
        ("c", 1, {"s1": ["a", "b"], "s2": ["c"]}),  # last of all: stays
        ("s2", 1, {"s1": ["a", "b"], "s2": ["c"]}),
        ("s2", -1, {"s2": ["c"], "s1": ["a", "b"]}),
    ],
)
def test_moving(item, steps, expected):
    assert list(order(editing.move(two_sections(), item, steps)).items()) == list(expected.items())


def test_a_removal_is_undone_in_place():
    before = two_sections()
    after, back = editing.restore(editing.remove(before, "a"))
    assert (back, order(after)) == ("a", order(before))


def test_a_section_is_removed_with_its_questions_and_comes_back():
    gone = editing.remove(two_sections(), "s1")
    assert order(gone) == {"s2": ["c"]}
    assert order(editing.restore(gone)[0]) == order(two_sections())


def test_a_question_whose_section_is_gone_comes_back_last():
    gone = editing.remove(editing.remove(two_sections(), "a"), "s1")
    gone["removed"].reverse()
    assert order(editing.restore(gone)[0]) == {"s2": ["a", "c"]}


def test_nothing_removed_nothing_to_undo():
    with pytest.raises(editing.UnknownPlaceError):
        editing.restore(two_sections())


def test_the_last_section_is_replaced_by_an_empty_one():
    assert len(editing.remove({"sections": [{"id": "s", "questions": []}]}, "s")["sections"]) == 1


def test_a_copy_is_another_question():
    after, twin = editing.duplicate(two_sections(), "a", "Kopia")
    assert order(after)["s1"] == ["a", twin, "b"]
    assert twin != "a"
    assert editing.find(after, twin)["label"] == "Kopia"


def test_a_copy_stands_right_after_with_its_words_and_shares_nothing():
    content = two_sections()
    content["sections"][0]["questions"][1] |= {"label": "Mål", "options": [{"id": "o1", "label": "Ja"}]}
    after, twin = editing.duplicate(content, "b")
    assert order(after)["s1"] == ["a", "b", twin]
    assert editing.find(after, twin) == editing.find(after, "b") | {"id": twin}
    editing.find(after, twin)["options"].clear()
    assert editing.find(after, "b")["options"] == [{"id": "o1", "label": "Ja"}]


def test_a_sections_title_is_written_and_its_questions_stay():
    after = editing.write(two_sections(), "s1", {"title": "Nytt", "questions": []})
    assert after["sections"][0] == two_sections()["sections"][0] | {"title": "Nytt"}


GONE = {"section": "s1", "place": 0, "item": {"id": "d"}}


@pytest.mark.parametrize(
    "change",
    [
        editing.add_section,
        lambda content: editing.add_question(content, "s1", "text"),
        lambda content: editing.write(content, "a", {"label": "Ny text"}),
        lambda content: editing.duplicate(content, "a"),
        lambda content: editing.move(content, "a", 1),
        lambda content: editing.remove(content, "a"),
        editing.restore,
    ],
)
def test_what_was_is_left_as_it_was(change):
    before = two_sections() | {"removed": [copy.deepcopy(GONE)]}
    change(before)
    assert before == two_sections() | {"removed": [GONE]}


def test_what_is_removed_is_no_part_of_the_version():
    assert editing.without_removed(two_sections() | {"removed": [GONE]}) == two_sections()


def test_writing_never_changes_the_id():
    after = editing.write(two_sections(), "a", {"id": "other", "label": "Ny text"})
    assert editing.find(after, "a")["label"] == "Ny text"


@pytest.mark.parametrize("content", [two_sections(), {"sections": []}, {}])
def test_what_someone_else_removed_is_not_there(content):
    with pytest.raises(editing.UnknownPlaceError):
        editing.move(content, "x", 1)
    with pytest.raises(editing.UnknownPlaceError):
        editing.add_question(content, "x", "text")


BEFORE = [{"id": "o1", "label": "Ja"}, {"id": "o2", "label": "Nej"}]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ja\nNej", ["o1", "o2"]),
        ("Nej\nJa", ["o2", "o1"]),  # moved: the words decide
        ("Ja\nNej, inte alls", ["o1", "o2"]),  # reworded: the place decides
        ("Ja\n\n Ja \nNej", ["o1", "o2"]),  # twice the same is once
        ("Nej", ["o2"]),
    ],
)
def test_options_keep_their_ids(text, kept):
    assert [option["id"] for option in editing.lines(text, BEFORE)] == kept


def test_a_new_line_is_a_new_option():
    options = editing.lines("Ja\nKanske\nNej", BEFORE)
    assert [options[0], options[2]] == BEFORE
    assert options[1]["label"] == "Kanske"
    assert options[1]["id"] not in ("o1", "o2")


@pytest.mark.parametrize("text", ["Kanske", "Kanske\nKanske inte\nVet ej"])
def test_where_lines_have_come_or_gone_no_place_says_which_was_reworded(text):
    options = editing.lines(text, BEFORE, "r")
    assert [option["label"] for option in options] == text.splitlines()
    assert all(option["id"].startswith("r") for option in options)


@given(st.text(), st.lists(st.text(min_size=1).map(str.strip).filter(bool), unique=True, max_size=5))
def test_options_never_share_an_id(text, labels):
    before = [{"id": f"o{place}", "label": label} for place, label in enumerate(labels)]
    found = [option["id"] for option in editing.lines(text, before)]
    assert len(found) == len(set(found))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "section", "move", "remove", "restore", "duplicate"]),
        st.integers(0, 9),
        st.sampled_from([-1, 1]),
    ),
    max_size=12,
)


def everything(content):
    return [item["id"] for section in content["sections"] for item in (section, *section["questions"])]


def do(content, act, place, way):
    chosen = everything(content)[place % len(everything(content))]
    section = content["sections"][place % len(content["sections"])]["id"]
    match act:
        case "add":
            return editing.add_question(content, section, "text")[0]
        case "section":
            return editing.add_section(content)[0]
        case "move":
            return editing.move(content, chosen, way)
        case "remove":
            return editing.remove(content, chosen)
        case "duplicate" if chosen.startswith("q"):
            return editing.duplicate(content, chosen)[0]
        case "restore" if content.get("removed"):
            return editing.restore(content)[0]
    return content


@given(STEPS)
def test_whatever_is_done_the_content_stays_a_template_and_the_past_is_untouched(steps):
    content = empty()
    for act, place, way in steps:
        before = copy.deepcopy(content)
        after = do(content, act, place, way)
        assert content == before
        assert len(set(everything(after))) == len(everything(after))
        if act == "move":
            assert sorted(everything(after)) == sorted(everything(before))
        parse(after)
        content = after
