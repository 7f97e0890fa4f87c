"""One signal as its reader sees it: the words, the trail of steps, the files, those that are merged into it."""

import datetime as dt
from dataclasses import dataclass

from vaxel import files
from vaxel.calendar import clock
from vaxel.network.models import Person
from vaxel.network.queries.asof import at
from vaxel.signals.domain.kinds import Step
from vaxel.signals.models import OWNER, Signal, SignalStep
from vaxel.signals.queries.listed import Line, listed

ARRIVALS = (Step.WRITTEN, Step.SEND_UP, Step.SEND_ACROSS)


@dataclass(frozen=True)
class Told:
    """One step in the trail. `who` is the body it was done for, and the person where the reader is told names."""

    step: str
    at: dt.datetime
    who: str
    desk: str
    note: str


@dataclass(frozen=True)
class Story:
    line: Line
    trail: tuple[Told, ...]  # the latest first
    attachments: tuple
    merged: tuple[Line, ...]
    head: Line | None

    @property
    def answer(self) -> Told | None:
        """The one that stands: the latest."""
        return next((one for one in self.trail if one.step == Step.ANSWER), None)

    @property
    def desks(self) -> list[Told]:
        """The steps by which it came to each desk, in the order it came there."""
        return [one for one in reversed(self.trail) if one.step in ARRIVALS]


def story(signal, actor, *, names_people=False) -> Story:
    """Nine queries or so, however long the trail."""
    merged = list(Signal.objects.filter(head=signal.pk).order_by("pk"))
    lines = listed([signal, *merged], actor)
    head = listed([signal.head], actor)[0] if signal.head_id else None
    return Story(
        line=lines[0],
        trail=tuple(_trail(signal, names_people)),
        attachments=tuple(files.Attachment.objects.of(OWNER, signal.pk)),
        merged=tuple(lines[1:]),
        head=head,
    )


def _trail(signal, names_people):
    rows = list(SignalStep.objects.filter(signal=signal.pk).select_related("note").order_by("-id"))
    bodies = at(clock.today()).names({body for row in rows for body in (row.body_id, row.desk_id)} - {None})
    people = _people(rows) if names_people else {}
    for row in rows:
        who = ", ".join(filter(None, (people.get(row.person_id, ""), bodies.get(row.body_id, ""))))
        note = row.note.text if hasattr(row, "note") else ""
        yield Told(row.step, row.received_at, who, bodies.get(row.desk_id, ""), note)


def _people(rows):
    ids = {row.person_id for row in rows} - {None}
    return dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))
