"""A compilation as data. Figures are exact, so they are text: "712500", "3/7" where no decimals end it."""

from fractions import Fraction

from ninja import Schema

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.question import QuestionType


class FiguresOut(Schema):
    """Money in öre. Quartiles by linear interpolation (R's type 7)."""

    total: str
    mean: str
    median: str
    first_quartile: str
    third_quartile: str
    least: str
    most: str


class CountOut(Schema):
    id: str
    label: str
    count: int


class AggregateOut(Schema):
    type: QuestionType
    answered: int
    figures: FiguresOut | None
    counts: list[CountOut]
    texts: list[str]
    earliest: str | None
    latest: str | None


class CellOut(Schema):
    row: str
    column: str
    aggregate: AggregateOut


class QuestionOut(Schema):
    """`shown` of the answering bodies met the question; `cells` are a table's."""

    id: str
    label: str
    shown: int
    aggregate: AggregateOut
    cells: list[CellOut]


class SectionOut(Schema):
    """`asked` and `answered` where the section is for some receivers only (`for_kinds`): the others were not asked."""

    title: str
    for_kinds: list[Kind]
    asked: int | None
    answered: int | None
    questions: list[QuestionOut]


class CompiledOut(Schema):
    """`hidden`: the figures, by themselves or as the whole less the others, would be somebody's own. `undistributed`: split bodies, by name."""

    round: int
    node: int | None
    answered: int
    hidden: bool
    undistributed: list[str]
    sections: list[SectionOut]


def compiled_out(round, node, whole, *, hidden, own):
    """`own`: the sender's and the own county's to see, however few."""
    return {
        "round": round.pk,
        "node": node,
        "answered": whole.n_answered,
        "hidden": hidden,
        "undistributed": list(whole.undistributed),
        "sections": [] if hidden else [_section(one) for one in whole.sections if own or not one.tells_who],
    }


def _section(section):
    return {
        "title": section.title,
        "for_kinds": list(section.for_kinds),
        "asked": section.n_asked,
        "answered": section.n_answered,
        "questions": [_question(one) for one in section.questions],
    }


def _question(one):
    return {
        "id": one.question.id,
        "label": one.question.label,
        "shown": one.shown,
        "aggregate": _aggregate(one.aggregate),
        "cells": [
            {"row": cell.row, "column": cell.column, "aggregate": _aggregate(cell.aggregate)}
            for cell in one.aggregate.cells
        ],
    }


def _aggregate(whole):
    earliest, latest = whole.dates or (None, None)
    return {
        "type": whole.type,
        "answered": whole.answered,
        "figures": whole.figures and {name: exact(getattr(whole.figures, name)) for name in FiguresOut.model_fields},
        "counts": [{"id": one.id, "label": one.label, "count": one.count} for one in whole.counts],
        "texts": list(whole.texts),
        "earliest": earliest,
        "latest": latest,
    }


def exact(number: Fraction) -> str:
    """Decimals where they end within six, else the fraction itself."""
    scaled = number * 10**6
    if scaled.denominator != 1:
        return str(number)
    whole, part = divmod(abs(scaled.numerator), 10**6)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}" + (f".{part:06d}".rstrip("0") if part else "")
