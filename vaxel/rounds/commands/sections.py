"""Sections of a body's answer, written by its units and colleagues in the body's one draft; the body alone sends it."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Mandate, Person
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail_sections, steps
from vaxel.rounds.commands.answer_files import KIND, OWNER
from vaxel.rounds.commands.carrying import carry, inherit
from vaxel.rounds.commands.drafting import being_written, merge, questions_of, refuse, save
from vaxel.rounds.models import Answer, SectionPart
from vaxel.rounds.policies import CONFLICT, Act
from vaxel.rounds.queries.answers import begun_from
from vaxel.rounds.queries.sections import DONE_NOW, TAKEN_BACK, own_questions, title_of, why_closed
from vaxel.ui.refusal import Refusal


def delegate_sections(
    delivery, section_ids, *, by, person=None, body=None, note="", ready_by=None
) -> list[SectionPart]:
    """To a colleague (`person`: public id) or a unit below (`body`: id). The same again to the same gives the same."""
    permissions.require(permissions.gives_sections(by, delivery))
    to = {
        "person": _colleague(delivery, person) if person else None,
        "body_id": None if person else _unit(delivery, body),
    }
    with transaction.atomic():
        now = _locked(delivery)
        _fitting_day(now, ready_by)
        parts = [_given(now, one, to) for one in _sections(now, section_ids)]
        new = [part for part in parts if part.pk is None]
        for part in new:
            part.note, part.ready_by = note.strip(), ready_by
            part.given_at, part.given_by = clock.now(), by.person_id
            part.save()
            _record("rounds.give_section", part, by)
        if new and not (to["person"] and to["person"].public_id == by.person_id):
            mail_sections.sections_given(new)
    return parts


def take_back(part, *, by) -> None:
    """What has been written stays in the draft. Taken back already: nothing more happens."""
    permissions.require(permissions.gives_sections(by, part.delivery))
    with transaction.atomic():
        _locked(part.delivery)
        if SectionPart.objects.filter(pk=part.pk, taken_back_at=None).update(taken_back_at=clock.now()):
            _record("rounds.take_back_section", part, by)
    part.refresh_from_db()


def write_part(part, values, *, by, shown=None) -> Answer:
    """Into the body's draft: only the section's own questions. What fits is saved before the rest is refused.

    `shown`: the values that the writer saw; a question somebody has changed since is refused, not written over.
    """
    permissions.require(permissions.holds_part(by, part))
    with transaction.atomic():
        now = _locked(part.delivery)
        mine = _open_part(part, now)
        draft, before = being_written(now, by), begun_from(now)
        stood, own = dict(draft.values), own_questions(part, questions_of(now))
        newer = {} if shown is None else {key for key in values if stood.get(key) != shown.get(key)}
        problems = merge(draft, own, {key: value for key, value in values.items() if key not in newer})
        draft.on_behalf = False
        is_new = draft.pk is None
        save(draft, by)
        inherit(draft, before if is_new else None)
        carry(draft, [key for key in values if draft.values.get(key) != stood.get(key)], {})
        mine.revision += 1
        mine.written_at, mine.written_by = clock.now(), by.person_id
        mine.save(update_fields=["revision", "written_at", "written_by"])
    refuse(problems | dict.fromkeys(newer, _("Någon annan har ändrat svaret medan ni skrev. Ladda om sidan.")))
    return draft


@transaction.atomic
def attach_to_part(part, question_id, upload, *, by) -> Answer:
    permissions.require(permissions.holds_part(by, part))
    now = _locked(part.delivery)
    _open_part(part, now)
    if own_questions(part, questions_of(now)).find(question_id) is None:
        raise Refusal(_("Frågan hör inte till avsnittet."), status=CONFLICT)
    attached = files.attach(upload, owner_type=OWNER, owner_id=now.pk, by=by, kind=KIND, field=question_id)
    return write_part(part, {question_id: {"id": str(attached.public_id), "name": attached.name}}, by=by)


def part_done(part, *, by, done=True) -> None:
    """`done=False`: there was more to write."""
    permissions.require(permissions.holds_part(by, part))
    with transaction.atomic():
        mine = _open_part(part, _locked(part.delivery), also_done=True)
        if (mine.done_at is not None) != done:
            mine.done_at, mine.done_by = (clock.now(), by.person_id) if done else (None, None)
            mine.save(update_fields=["done_at", "done_by"])
            _record("rounds.section_done" if done else "rounds.section_open_again", mine, by)
    part.refresh_from_db()


def _locked(delivery):
    """While the body's answer may be written, and has not been sent."""
    now = steps.locked(delivery)
    steps.allow(Act.WRITE, now, clock.now())
    if why := why_closed(now):
        raise Refusal(why, status=CONFLICT)
    return now


def _open_part(part, delivery, *, also_done=False):
    """Read after the lock: it may have been taken back meanwhile."""
    mine = delivery.section_parts.get(pk=part.pk)
    if mine.taken_back_at:
        raise Refusal(str(TAKEN_BACK), status=CONFLICT)
    if mine.done_at and not also_done:
        raise Refusal(str(DONE_NOW), status=CONFLICT)
    return mine


def _sections(delivery, wanted):
    questions = questions_of(delivery)
    found = [section for section in questions.sections if section.id in set(wanted)]
    if not found or len(found) != len(set(wanted)):
        raise Refusal(_("Välj minst ett avsnitt i listan."), field="sections")
    return [(section.id, title_of(questions, section)) for section in found]


def _given(delivery, section, to):
    """The part that is out to the same one already, or a new one; out to another, it is first taken back."""
    section_id, title = section
    out = delivery.section_parts.filter(section_id=section_id, taken_back_at=None).first()
    if out is None:
        return SectionPart(delivery=delivery, section_id=section_id, **to)
    if (out.person, out.body_id) != (to["person"], to["body_id"]):
        sentence = _("Någon har redan avsnittet %(title)s. Ta tillbaka det först.") % {"title": title}
        raise Refusal(sentence, status=CONFLICT, field="sections")
    return out


def _colleague(delivery, public_id) -> Person:
    held = Mandate.objects.at(clock.today()).filter(body=delivery.body_id, person__erased_at=None)
    mandate = held.filter(person__public_id=public_id).select_related("person").first()
    if mandate is None:
        raise Refusal(_("Personen har inget uppdrag hos er i dag. Välj en kollega i listan."), field="to")
    return mandate.person


def _unit(delivery, body_id):
    if body_id is None or not at(clock.today()).below(delivery.body_id, Kind.UNIT).filter(pk=body_id).exists():
        raise Refusal(_("Enheten hör inte till er i dag. Välj en i listan."), field="to")
    return body_id


def _fitting_day(delivery, ready_by):
    if ready_by is None:
        return
    if ready_by < clock.today():
        raise Refusal(_("Dagen har redan varit. Välj en senare."), field="ready_by")
    if delivery.last_day and ready_by > delivery.last_day:
        raise Refusal(_("Dagen ligger efter er sista svarsdag. Välj en tidigare."), field="ready_by")


def _record(act, part, by):
    to = {"body": part.body_id} if part.body_id else {"person": part.person.public_id}
    behalf, facts = part.delivery.body_id, {"section": part.section_id, **to}
    journal.record(act, by=by, obj=part.delivery, on_behalf_of=behalf, facts=facts)
