"""A round's answers as a table: one line per body whose answer one may open, one column per question."""

from fractions import Fraction

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.network.models import Body
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.answers import settled
from vaxel.rounds.domain.basis import Basis
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.question import Questions, QuestionType
from vaxel.rounds.domain.shown import shown
from vaxel.rounds.domain.template import parse
from vaxel.rounds.models import Answer, Delivery
from vaxel.rounds.queries.division import THEN
from vaxel.rounds.queries.exported_joint import joined
from vaxel.rounds.queries.part import heirs_of, part_of
from vaxel.rounds.queries.receivers import county_names
from vaxel.rounds.words import receivers, state_words


def table(round, actor, node_id=None, as_of=THEN, basis=Basis.ANSWERED):
    """(header, rows) in frame order; the same few queries however many answered.

    By today's division each body stands in the county where its answer counts today; one that has been split since
    counts in none, and is said to be so. As adopted a joint answer has a line of its own, those it covers no figures.
    """
    questions = parse(round.template_version.content) if round.template_version_id else Questions()
    columns, joint = list(_columns(questions)), joined(round, actor, basis)
    head = [
        _("Kod"),
        _("Namn"),
        _("Län"),
        _("Läge"),
        _("Mottaget"),
        _("Svarat"),
        *joint.head,
        *_unique(label for label, _read in columns),
    ]
    return head, list(_rows(round, actor, part_of(round, node_id, as_of), as_of, questions, columns, joint))


def _rows(round, actor, part, as_of, questions, columns, joint):
    standing = Prefetch("answers", Answer.objects.filter(status=AnswerStatus.SUBMITTED), to_attr="standing")
    rows = Delivery.objects.visible_to(actor).filter(part.with_named, round=round)
    rows = list(rows.order_by("position").prefetch_related(standing))
    asked = Body.objects.filter(deliveries__round=round)
    bodies = {body.pk: body for body in at(round.frame.as_of).named(asked)}
    counties = (
        county_names(asked.values("pk"), round.frame.as_of)
        if as_of == THEN
        else _counties_today(asked, part.undistributed)
    )
    for row in rows:
        body = bodies.get(row.body_id)
        jointly = row.body_id in joint.covered
        values = settled(questions, row.standing[0].values) if row.standing and not jointly else {}
        yield [
            (body and body.code) or "",
            (body and body.name) or "",
            counties.get(row.body_id, ""),
            _("svarat gemensamt") if jointly else state_words(row.state),
            row.received_at,
            row.answered_at,
            *joint.word,
            *(read(values) for _label, read in columns),
        ]
    within = Delivery.objects.filter(part.within, round=round, body__in=joint.covered)
    inside = set(within.values_list("body_id", flat=True)) if joint.joints else set()
    yield from joint.lines(inside, lambda values: [read(settled(questions, values)) for _label, read in columns])


def _counties_today(asked, split):
    heirs, _several = heirs_of(asked.values("pk"))
    ids = set(asked.values_list("pk", flat=True))
    today = county_names({heirs.get(body, body) for body in ids}, clock.today())
    places = {body: today.get(heirs.get(body, body), "") for body in ids}
    return places | dict.fromkeys(split, _("delad sedan dess, räknas inte till något län"))


def _columns(questions):
    """(heading, reader) – a table of figures has one column per cell, so that it can be summed; a section for some
    receivers says for whom, so that an empty cell is not taken for a missing answer.
    """
    for section in questions.sections:
        whom = f" ({receivers(section.for_kinds)})" if section.for_kinds else ""
        for question in section.questions:
            for label, reader in _of_question(question):
                yield label + whom, reader


def _of_question(question):
    if question.type is not QuestionType.TABLE:
        yield question.label + _unit(question), _value(question)
        return
    for row in question.rows:
        for column in question.columns:
            label = f"{question.label} – {row.label} – {column.label}"
            yield label, _cell(question.id, row.id, column)


def _unit(question):
    if question.type is QuestionType.MONEY:
        return _(" (kr)")
    return f" ({question.unit})" if question.unit else ""


def _value(question):
    def read(values):
        return _plain(question.type, values.get(question.id), lambda value: shown(question, value))

    return read


def _cell(question_id, row_id, column):
    def read(values):
        return _plain(column.type, values.get(question_id, {}).get(row_id, {}).get(column.id), str)

    return read


def _plain(kind, value, words):
    """Figures as figures, so that a spreadsheet can reckon with them; the rest in words."""
    if value is None:
        return None
    if kind is QuestionType.MONEY:
        return _number(Fraction(value, 100))
    if kind in {QuestionType.NUMBER, QuestionType.SCALE}:
        return _number(Fraction(value))
    return words(value)


def _number(value):
    """Whole numbers as such; decimals exactly as far as they were written."""
    from decimal import Decimal

    if value.denominator == 1:
        return int(value)
    return Decimal(value.numerator) / Decimal(value.denominator)


def _unique(labels):
    """Two questions with the same words would be one key in json: the second gets a number."""
    seen: dict[str, int] = {}
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        yield label if seen[label] == 1 else f"{label} ({seen[label]})"
