"""The cells of a workbook that came back, one by one, and what is said of each: for the tests of its fates."""

from vaxel.rounds.domain.book import Entry, column_as_question
from vaxel.rounds.domain.fates import CellFate, Fate, Judged, judge
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.domain.sentence import Sentence
from vaxel.rounds.domain.template import parse
from vaxel.rounds.tests.all_types import ALL_TYPES

QUESTIONS = parse(ALL_TYPES)
ALIKE = "as fetched"


def cell(key, value=None, body_id=1, **more):
    return Entry("Svar", "E4", 4, body_id, key, value, **more)


def in_table(row, column, value=None, **more):
    return cell(row, value, table="table", column=column, **more)


def judged(stored, *entries, fetched=ALIKE):
    """`fetched`: what the body had said when the workbook was made, where that is something else than now."""
    seen = fingerprints(stored if fetched is ALIKE else fetched)
    return judge(QUESTIONS, stored, entries, seen)


def fate(what, entry, why=None, **more):
    return CellFate(what, entry, QUESTIONS.find(entry.question_id), why=Sentence(why) if why else None, **more)


def nothing(*found):
    return Judged(tuple(found), {})


def refused(entry, why, before=None):
    return fate(Fate.REFUSED, entry, why, before=before)


ROWS = {"r1": "Barn", "r2": "Unga"}


def of_table(what, entry, before=None, after=None, why=None):
    question = QUESTIONS.find("table")
    column = column_as_question(question, entry.column)
    return CellFate(what, entry, question, column, ROWS[entry.key], before, after, why)
