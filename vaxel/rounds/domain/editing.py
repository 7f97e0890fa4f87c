"""Changes to a template's content: each gives a new content and leaves the old one as it was.

What is removed lies last in the content (`removed`) until the version is used, so that a removal is undone in one step.
"""

import copy
from collections.abc import Sequence
from typing import Any

from vaxel.rounds.domain.question import CHOICES, QuestionType
from vaxel.rounds.domain.template import new_id, new_question_id

Draft = dict[str, Any]
REMEMBERED = 10  # removals that can be undone
YES_NO = "yes_no"  # a shortcut when adding: a choice with two ready options


class UnknownPlaceError(LookupError):
    """The question or section is not there: someone else has removed it."""


def add_section(content: Draft) -> tuple[Draft, str]:
    after = copy.deepcopy(content)
    section = {"id": new_id("s"), "title": "", "help": "", "questions": []}
    after.setdefault("sections", []).append(section)
    return after, str(section["id"])


def add_question(content: Draft, section_id: str, kind: str) -> tuple[Draft, str]:
    """Last in its section, ready to be written; `kind` is a question type or `yes_no`."""
    after = copy.deepcopy(content)
    question = _new(kind)
    _section(after, section_id)["questions"].append(question)
    return after, str(question["id"])


def write(content: Draft, item_id: str, fields: Draft) -> Draft:
    """Replaces the fields of a question or section that are given; its id and its questions stay."""
    after = copy.deepcopy(content)
    _, siblings, place = _find(after, item_id)
    siblings[place] |= {key: value for key, value in fields.items() if key not in ("id", "questions")}
    return after


def duplicate(content: Draft, question_id: str, label: str = "") -> tuple[Draft, str]:
    """The copy stands right after and is another question: it gets an id of its own."""
    after = copy.deepcopy(content)
    _, siblings, place = _find(after, question_id)
    twin = copy.deepcopy(siblings[place]) | {"id": new_question_id()}
    siblings.insert(place + 1, twin | ({"label": label} if label else {}))
    return after, str(twin["id"])


def move(content: Draft, item_id: str, steps: int) -> Draft:
    """One step up (-1) or down (1); a question at the edge of its section goes on into the next section."""
    after = copy.deepcopy(content)
    section, siblings, place = _find(after, item_id)
    target = place + steps
    if 0 <= target < len(siblings):
        siblings.insert(target, siblings.pop(place))
    elif section is not None:
        _across(after["sections"], section, siblings, place, steps)
    return after


def remove(content: Draft, item_id: str) -> Draft:
    """Conditions that look at the removed question stay and show as problems: nothing is mended behind one's back."""
    after = copy.deepcopy(content)
    section, siblings, place = _find(after, item_id)
    gone = {"section": section["id"] if section else None, "place": place, "item": siblings.pop(place)}
    after["removed"] = [*after.get("removed", []), gone][-REMEMBERED:]
    if not after["sections"]:
        after, _ = add_section(after)
    return after


def take_over(content: Draft, item_id: str, question: Draft) -> Draft:
    """Another template's question, with its id, in the place of one's own; undone as a removal is. A condition comes
    along only where its own question is here.
    """
    after = copy.deepcopy(content)
    section, siblings, place = _find(after, item_id)
    ids = {item["id"] for part in after["sections"] for item in part["questions"]}
    if section is None or question["id"] in ids:
        raise UnknownPlaceError(question["id"])
    taken = copy.deepcopy(question)
    if (taken.get("show_if") or {}).get("question") not in ids - {item_id}:
        taken.pop("show_if", None)
    gone = {"section": section["id"], "place": place, "item": siblings[place], "instead": taken["id"]}
    siblings[place] = taken
    after["removed"] = [*after.get("removed", []), gone][-REMEMBERED:]
    return after


def restore(content: Draft) -> tuple[Draft, str]:
    """Puts the latest removed back in its place, or last if its section is gone."""
    after = copy.deepcopy(content)
    if not after.get("removed"):
        raise UnknownPlaceError
    gone = after["removed"].pop()
    siblings = after["sections"] if gone["section"] is None else _home(after, gone["section"])["questions"]
    siblings[:] = [item for item in siblings if item["id"] != gone.get("instead")]  # what was taken over in its place
    siblings.insert(min(gone["place"], len(siblings)), gone["item"])
    return after, str(gone["item"]["id"])


def without_removed(content: Draft) -> Draft:
    return {key: value for key, value in content.items() if key != "removed"}


def find(content: Draft, item_id: str) -> Draft:
    _, siblings, place = _find(content, item_id)
    found: Draft = siblings[place]
    return found


def lines(text: str, before: Sequence[Draft], letter: str = "o") -> list[Draft]:
    """Options from one line each. A line keeps its id if its words are the same or, being reworded, its place."""
    labels = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    same = {item["label"]: item["id"] for item in before}
    kept = {label: same[label] for label in labels if label in same}
    renamed = iter([item["id"] for item in before if item["label"] not in kept] if len(labels) == len(before) else [])
    return [{"id": kept.get(label) or next(renamed, None) or new_id(letter), "label": label} for label in labels]


def _new(kind: str) -> Draft:
    question: Draft = {"id": new_question_id(), "type": kind, "label": "", "help": "", "required": False}
    if kind == YES_NO:
        yes_no = [{"id": "yes", "label": "Ja"}, {"id": "no", "label": "Nej"}]
        return question | {"type": str(QuestionType.ONE), "options": yes_no}
    question["type"] = str(QuestionType(kind))
    if question["type"] in CHOICES:
        question["options"] = []
    if question["type"] == QuestionType.SCALE:
        question["scale"] = {"min": 1, "max": 5, "min_label": "", "max_label": ""}
    if question["type"] == QuestionType.TABLE:
        question |= {"rows": [], "columns": []}
    return question


def _find(content: Draft, item_id: str) -> tuple[Draft | None, list[Draft], int]:
    """(its section, its siblings, its place among them); a section's own section is None."""
    sections = content.get("sections", [])
    for section, siblings in [(None, sections), *((section, section["questions"]) for section in sections)]:
        for place, item in enumerate(siblings):
            if item["id"] == item_id:
                return section, siblings, place
    raise UnknownPlaceError(item_id)


def _section(content: Draft, section_id: str) -> Draft:
    for section in content.get("sections", []):
        if section["id"] == section_id:
            found: Draft = section
            return found
    raise UnknownPlaceError(section_id)


def _home(content: Draft, section_id: str) -> Draft:
    try:
        return _section(content, section_id)
    except UnknownPlaceError:
        last: Draft = content["sections"][-1]
        return last


def _across(sections: list[Draft], section: Draft, siblings: list[Draft], place: int, steps: int) -> None:
    target = sections.index(section) + steps
    if 0 <= target < len(sections):
        neighbour = sections[target]["questions"]
        neighbour.insert(0 if steps > 0 else len(neighbour), siblings.pop(place))
