"""Sections of a body's answer that others write: which are given, how far they have come, and what may still be written."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.calendar import clock
from vaxel.calendar.domain.days import working_days_from
from vaxel.composed import seldom
from vaxel.network.domain.kinds import Tree
from vaxel.network.models import Closure, Person
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.domain.kinds import AnswerStatus, RoundState
from vaxel.rounds.domain.question import Questions, Section
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.models import SectionPart
from vaxel.rounds.policies import Act, why_not
from vaxel.rounds.queries.answers import begun_with

ASKED = (Outcome.SENT, Outcome.RECEIVED)
TAKEN_BACK = gettext_lazy("Avsnittet är återtaget. Det ni redan har sparat finns kvar i svaret.")
DONE_NOW = gettext_lazy("Avsnittet är klart. Öppna det igen om ni vill skriva mer.")
DAYS_BEFORE = 2  # working days for the body to read through and send


@dataclass(frozen=True)
class Given:
    """A section that is out. `writer` saved in it last; `who` has it."""

    id: int
    section_id: str
    title: str
    who: str
    note: str
    ready_by: dt.date | None
    done: bool
    late: bool
    writer: str
    written_at: dt.datetime | None


def title_of(questions: Questions, section: Section) -> str:
    """Its heading, or its place where it has none."""
    return section.title or _("Avsnitt %(n)s") % {"n": questions.sections.index(section) + 1}


def section_of(questions: Questions, section_id) -> Section | None:
    return next((one for one in questions.sections if one.id == section_id), None)


def given(delivery, questions: Questions) -> list[Given]:
    """What is out now, in the order of the questions. One query, and two more where anything is."""
    parts = list(parts_out(delivery.pk))
    if not parts:
        return []
    names = at(clock.today()).names({part.body_id for part in parts} - {None})
    wrote = {part.written_by for part in parts} - {None}
    people = dict(Person.objects.filter(public_id__in=wrote).values_list("public_id", "name"))
    place = {section.id: number for number, section in enumerate(questions.sections)}
    parts.sort(key=lambda part: place.get(part.section_id, 0))
    return [_given(part, questions, names, people) for part in parts]


@seldom
def parts_out(delivery_id):
    return SectionPart.objects.filter(delivery=delivery_id, taken_back_at=None).select_related("person")


def _given(part, questions, names, people):
    section, done = section_of(questions, part.section_id), part.done_at is not None
    return Given(
        id=part.pk,
        section_id=part.section_id,
        title=title_of(questions, section) if section else "",
        who=part.person.name if part.person else names.get(part.body_id, ""),
        note=part.note,
        ready_by=part.ready_by,
        done=done,
        late=not done and part.ready_by is not None and part.ready_by < clock.today(),
        writer=people.get(part.written_by, ""),
        written_at=part.written_at,
    )


def why_closed(delivery) -> str:
    """Why no section of this answer may be written now; empty while it may."""
    said = outcome(delivery.state)
    if why := why_not(delivery.round.state, said, Act.WRITE):
        return str(why)
    written = set(delivery.answers.values_list("status", flat=True))
    if AnswerStatus.FOR_DECISION in written:
        return _("Svaret väntar på beslut. Avsnittet går inte att ändra nu.")
    if said not in ASKED and AnswerStatus.DRAFT not in written and not delivery.state & Flag.COMPLETION_REQUESTED:
        return _("Svaret är skickat, och avsnittet går inte att ändra. Säg till den som gav er det om något blev fel.")
    return ""


def why_part_closed(part) -> str:
    """The same of one part; empty while whoever has it may write."""
    if part.taken_back_at:
        return str(TAKEN_BACK)
    if why := why_closed(part.delivery):
        return why
    return str(DONE_NOW) if part.done_at else ""


def own_questions(part, questions: Questions) -> Questions:
    section = section_of(questions, part.section_id)
    return Questions((section,) if section else ())


def own_values(part, questions: Questions) -> dict:
    """Of what the body has written or last said, its answers to the section's questions and to no others."""
    begun, mine = begun_with(part.delivery), {question.id for question in own_questions(part, questions)}
    return {key: value for key, value in begun.items() if key in mine}


def ready_day(last_day: dt.date | None) -> dt.date | None:
    """Proposed: two working days before the body's own last day, never a day that has been."""
    return max(working_days_from(last_day, -DAYS_BEFORE), clock.today()) if last_day else None


def to_write(actor) -> list[SectionPart]:
    """What the mandate in use has been given and has not said is done, while it may be written. One query."""
    return [part for part in parts_not_done(*whose_parts(actor)) if _asked(part.delivery)]


def whose_parts(actor):
    """The arguments of `parts_not_done`."""
    return actor.person_id, actor.body_id, clock.today(), actor.role in permissions.COORDINATING


@seldom
def parts_not_done(person_id, body_id, day, coordinates):
    mine = Q(person__public_id=person_id, delivery__body=body_id)
    if coordinates:
        mine |= Q(Exists(_still_below(day)), body=body_id)
    parts = SectionPart.objects.filter(mine, taken_back_at=None, done_at=None)
    return parts.filter(delivery__round__state=RoundState.OPEN).select_related("delivery__round")


def _still_below(day):
    that_day = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE)
    return that_day.filter(ancestor=OuterRef("delivery__body"), descendant=OuterRef("body"))


def _asked(delivery):
    return outcome(delivery.state) in ASKED or bool(delivery.state & Flag.COMPLETION_REQUESTED)
