"""A signal is written: by a person with a mandate, or by anyone without a login."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.actor import NOBODY
from vaxel.network.models import Body
from vaxel.signals import permissions
from vaxel.signals.commands import mail, steps
from vaxel.signals.commands.stemming import stems_as_kept
from vaxel.signals.domain.keys import step_key
from vaxel.signals.domain.kinds import SignalKind, Step
from vaxel.signals.domain.promise import first_promise
from vaxel.signals.models import OWNER, PublicContact, Reached, Signal, SignalStep
from vaxel.signals.queries.groups import all_groups
from vaxel.signals.queries.way import first_desk
from vaxel.ui.refusal import Refusal

MOST_FILES = 5
LONGEST = 8000


@dataclass(frozen=True)
class Words:
    """What is said: the title on one line, the text, the place it is about and whom it concerns."""

    kind: str
    title: str
    text: str
    place_id: int
    group: str = ""
    may_publish: bool = False

    def checked(self):
        if self.kind not in set(SignalKind):
            raise Refusal(_("Välj vad det gäller."), field="kind")
        if not self.title.strip():
            raise Refusal(_("Skriv en rubrik, så att den som läser vet vad det gäller."), field="title")
        if not self.text.strip():
            raise Refusal(_("Skriv några meningar om vad ni ser."), field="text")
        if len(self.text) > LONGEST:
            raise Refusal(_("Texten är för lång. Skriv högst 8 000 tecken, eller bifoga en fil."), field="text")
        if self.group and self.group not in all_groups():
            raise Refusal(_("Välj en grupp i listan."), field="group")
        return self


def write(words: Words, *, by, own_first=False, uploads=(), key, received_at) -> Signal:
    """By whoever has a mandate; `own_first` lets the own body read it before anyone else does."""
    permissions.require(permissions.writes(by))
    author = Body.objects.get(pk=by.body_id)
    return _written(words, by=by, author=author, own_first=own_first, uploads=uploads, key=key, received_at=received_at)


def say(words: Words, *, email="", key, received_at) -> Signal:
    """By anyone, without a login: nothing personal is asked for, and the address is kept only to send the answer to."""
    with transaction.atomic():
        made = _written(words, by=NOBODY, author=None, key=key, received_at=received_at)
        if email and not PublicContact.objects.filter(signal=made).exists():
            PublicContact.objects.create(signal=made, email=email)
            mail.received(made)
    return made


def _written(words, *, by, author, key, received_at, own_first=False, uploads=()):
    words.checked()
    if len(uploads) > MOST_FILES:
        raise Refusal(_("Bifoga högst fem filer."), field="uploads")
    place = _place(words.place_id)
    bound = step_key(key, f"person:{by.person_id}", Step.WRITTEN, words.title + words.text)
    if told := _told_already(bound):
        return told
    desk, level = first_desk(author, place, role=by.role, own_first=own_first)
    try:
        with transaction.atomic():
            made = _row(words, author, by, place, desk, level, received_at)
            for upload in uploads:
                files.attach(upload, owner_type=OWNER, owner_id=made.pk, by=by, field="uploads")
            Reached.objects.create(signal=made, body=desk, since=received_at)
            step = steps.note_step(made, Step.WRITTEN, by=by, bound_key=bound, received_at=received_at)
            mail.arrived(made, step)
    except IntegrityError:  # the other click was a moment earlier
        if told := _told_already(bound):
            return told
        raise
    return made


def _place(body_id):
    place = Body.objects.filter(pk=body_id).first()
    if place is None:
        raise Refusal(_("Välj var det gäller."), field="place")
    return place


def _told_already(bound):
    """The same form sent twice is one signal; the key is bound to who wrote, so nobody fetches another's with it."""
    step = SignalStep.objects.filter(key=bound).select_related("signal").first() if bound else None
    return step and step.signal


def _row(words, author, by, place, desk, level, received_at):
    return Signal.objects.create(
        kind=words.kind,
        title=words.title.strip()[:150],
        text=words.text.strip(),
        stems=stems_as_kept(words.title, words.text),
        place=place,
        group=words.group,
        author_body=author,
        author_person=by.person_id,
        written_at=received_at,
        desk=desk,
        level=level,
        at_desk_since=received_at,
        answer_by=first_promise(max(swedish_day(received_at), clock.today())),
        may_publish=words.may_publish,
    )
