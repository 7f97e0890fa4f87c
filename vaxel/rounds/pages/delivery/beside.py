"""How the body's answer looks beside its county and the nation: figures as a picture, choices in words."""

from fractions import Fraction

from django.utils.translation import gettext as _

from vaxel.rounds.domain.aggregate import Aggregate
from vaxel.rounds.domain.question import MEASURED, WRITTEN, Question, QuestionType
from vaxel.rounds.forms.saying import said_answer, said_money, said_number
from vaxel.rounds.queries.compile import own_beside

TOLD_ALONE = {*WRITTEN, QuestionType.FILE, QuestionType.TABLE}  # words and tables have no middle value
SHORT_UNIT = 3  # "kr" and "%" stand at each value; a longer one is said in the table


def beside(delivery):
    """None while fewer than three have answered: then a neighbour's own figure could be read out of the total."""
    found = own_beside(delivery.round, delivery)
    rows = [row for row in found.rows if row.question.type not in TOLD_ALONE and (row.nation or row.county)]
    if not rows:
        return None
    columns = [_("Ni"), found.county_name or _("Länet"), _("Riket")]
    return {
        "head": [{"label": _("Fråga")}, *({"label": column} for column in columns)],
        "rows": [_row(row) for row in rows],
        "series": columns,
        "picture": [_values(row) for row in rows if row.question.type in MEASURED],
        "n_county": found.n_county,
        "n_nation": found.n_nation,
    }


def _row(row):
    return [
        row.question.label,
        said_answer(row.question, row.own),
        _said(row.question, row.county),
        _said(row.question, row.nation),
    ]


def _said(question: Question, found: Aggregate | None) -> str:
    if found is None:
        return _("för få svar")
    if question.type in MEASURED or question.type is QuestionType.SCALE:
        return _("median %(value)s") % {"value": _figure(question, found.figures.median)}
    if found.counts:
        return " · ".join(f"{count.label} {count.count}" for count in found.counts if count.count)
    return _("%(n)s svar") % {"n": found.answered}


def _figure(question, value: Fraction) -> str:
    if question.type is QuestionType.MONEY:
        return said_money(value)
    return said_number(value, 1) + (f"\u00a0{question.unit}" if question.unit else "")


def _values(row):
    scale = 100 if row.question.type is QuestionType.MONEY else 1
    parts = [Fraction(row.own), *(found.figures.median if found else None for found in (row.county, row.nation))]
    unit = "kr" if row.question.type is QuestionType.MONEY else row.question.unit
    unit = unit if len(unit) <= SHORT_UNIT else ""
    return {
        "label": row.question.label,
        "values": [None if part is None else float(part / scale) for part in parts],
        "unit": unit,
    }
