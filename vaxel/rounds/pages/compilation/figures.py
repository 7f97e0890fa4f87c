"""A compiled question as the page draws it: figures with their spread, choices as bars, texts side by side, tables."""

from dataclasses import dataclass, field
from fractions import Fraction

from django.utils.translation import gettext as _

from vaxel.rounds.domain.question import MEASURED, QuestionType
from vaxel.rounds.forms.saying import said_answer, said_day, said_money, said_number
from vaxel.rounds.words import receivers

FIRST_SHOWN = 12  # texts before "visa alla"


@dataclass(frozen=True)
class Drawn:
    """`look` is which part of the template draws it: figures, bars, texts, cells, dates or none."""

    label: str
    help: str
    answered: int
    shown: int
    look: str
    figures: tuple = ()  # (label, value)
    spread: dict = field(default_factory=dict)
    bars: tuple = ()
    texts: tuple = ()  # (name, text)
    cells: dict = field(default_factory=dict)
    carried: int = 0  # of the answers: accepted from what the body had said before

    @property
    def skipped(self):
        return self.shown - self.answered

    @property
    def first_texts(self):
        return self.texts[:FIRST_SHOWN]

    @property
    def more_texts(self):
        return self.texts[FIRST_SHOWN:]


def drawn(compiled, carried=0) -> Drawn:
    """From a `CompiledQuestion`, and how many of its answers were carried over."""
    question, found = compiled.question, compiled.aggregate
    common = {
        "label": question.label,
        "help": question.help,
        "answered": found.answered,
        "shown": compiled.shown,
        "carried": carried,
    }
    if not found.answered:
        return Drawn(**common, look="none")
    if question.type is QuestionType.TABLE:
        return Drawn(**common, look="cells", cells=_cells(question, found))
    if found.counts:
        extra = {"figures": _scale(found)} if question.type is QuestionType.SCALE else {}
        return Drawn(**common, look="bars", bars=_bars(found), **extra)
    if found.figures:
        return Drawn(
            **common, look="figures", figures=_figures(question, found.figures), spread=_spread(question, found.figures)
        )
    if found.dates:
        return Drawn(
            **common,
            look="dates",
            figures=((_("Tidigast"), said_day(found.dates[0])), (_("Senast"), said_day(found.dates[1]))),
        )
    return Drawn(**common, look="texts", texts=_texts(question, compiled))


def headed(section):
    """A section for some receivers has a denominator of its own: the others were not asked."""
    words = {"whom": receivers(section.for_kinds), "n": section.n_answered, "asked": section.n_asked}
    said = _("Gäller %(whom)s: %(n)s av %(asked)s har svarat. Övriga är inte tillfrågade.") % words
    return {"title": section.title, "for_kinds": section.for_kinds, "whom": said}


def said(question, value: Fraction) -> str:
    """An exact figure as one reads it, with its unit."""
    if question.type is QuestionType.MONEY:
        return said_money(round(value))
    unit = f"\u00a0{question.unit}" if question.unit else ""
    return said_number(value, 1) + unit


def _figures(question, found):
    return (
        (_("Summa"), said(question, found.total)),
        (_("Medelvärde"), said(question, found.mean)),
        (_("Median"), said(question, found.median)),
        (_("Mellersta hälften"), f"{said(question, found.first_quartile)} – {said(question, found.third_quartile)}"),
        (_("Minst och störst"), f"{said(question, found.least)} – {said(question, found.most)}"),
    )


def _scale(found):
    return ((_("Medelvärde"), said_number(found.figures.mean, 1)), (_("Median"), said_number(found.figures.median, 1)))


def _spread(question, found):
    """Where on a line from the least to the most the quartiles lie, in per cent; nothing where all are alike."""
    width = found.most - found.least
    if not width:
        return {}
    place = lambda value: f"{float((value - found.least) / width * 100):.2f}%"  # noqa: E731
    first, third = place(found.first_quartile), place(found.third_quartile)
    return {
        "first": first,
        "third": third,
        "median": place(found.median),
        "least": said(question, found.least),
        "most": said(question, found.most),
    }


def _bars(found):
    return tuple(
        {
            "label": count.label,
            "count": count.count,
            "of": found.answered,
            "parts": ({"value": count.count, "look": "s3", "label": count.label},),
        }
        for count in found.counts
    )


def _texts(question, compiled):
    return tuple((item.name, said_answer(question, item.value)) for item in compiled.values)


def _cells(question, found):
    """Rows by columns: sums of figures, otherwise how many have written something."""
    values = {(cell.row, cell.column): cell.aggregate for cell in found.cells}
    types = {column.id: column for column in question.columns}
    rows = [
        (row.label, [_cell(types[column.id], values[row.id, column.id]) for column in question.columns])
        for row in question.rows
    ]
    return {"head": [_heading(column) for column in question.columns], "rows": rows}


def _heading(column):
    if column.type in MEASURED:
        return _("%(label)s, summa") % {"label": column.label}
    return _("%(label)s, antal svar") % {"label": column.label}


def _cell(column, found):
    if column.type in MEASURED:
        if not found.figures:
            return "–"
        total = found.figures.total
        return said_money(total) if column.type is QuestionType.MONEY else said_number(total)
    return str(found.answered)
