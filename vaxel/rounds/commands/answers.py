"""A body's answer: drafted by anyone of its own, sent by those who may, decided within the own principal alone."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import in_time
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.rounds import permissions
from vaxel.rounds.commands import mail, steps
from vaxel.rounds.commands.drafting import (
    another,
    in_words,
    merge,
    questions_of,
    refuse,
    save,
    save_draft,
)
from vaxel.rounds.commands.outdating import hold, mark_outdated
from vaxel.rounds.commands.preparing import prepared
from vaxel.rounds.domain import answers as rules
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Answer, Receipt
from vaxel.rounds.policies import CONFLICT, Act
from vaxel.rounds.queries.answers import SOURCE, SOURCE_OF, draft
from vaxel.ui.refusal import Refusal

__all__ = [
    "answer_on_behalf",
    "approve_unit",
    "decide",
    "questions_of",
    "save_draft",
    "send_back",
    "submit",
    "withdraw",
]


def submit(delivery, *, by, key, received_at, version="") -> Receipt | None:
    """Sent, or left for the body's own decision (None) where the body wants two mandates.

    `version` is the `Answer.version` that was read through: what has been changed since is not sent unread.
    """
    permissions.require(permissions.acts_for(by, delivery))
    with transaction.atomic():
        joint = hold(delivery)
        now = steps.locked(delivery)
        written = draft(now)
        _as_read(written, AnswerStatus.DRAFT, version)
        if told := steps.told_already(now, Step.ANSWERED, key):
            return told
        steps.allow(Act.SUBMIT, now, received_at)
        if _left_by(written, by):
            return None
        _ready(now, written)
        if now.decides_in_two_steps:
            receipt = _leave(written, now, by)
        else:
            receipt = _sent(written, now, by=by, key=key, received_at=received_at, joint=joint)
    steps.show(delivery, now)
    return receipt


def _left_by(written, by):
    """The same person's double click: it waits for decision already."""
    waits = written is not None and written.status == AnswerStatus.FOR_DECISION
    return waits and by.person_id is not None and written.submitted_by == by.person_id


def _as_read(written, status, version):
    """Before the key is looked up: a page kept in the browser would else seem to send what it never showed."""
    if version and written and written.status == status and written.version != version:
        raise Refusal(
            _("Svaret har ändrats sedan ni öppnade sidan, och inget har skickats. Läs igenom det en gång till."),
            status=CONFLICT,
        )


def _ready(delivery, written):
    """Refused unless every question that must be answered is. Nothing written is not an answer."""
    if written is None:
        raise Refusal(_nothing_written(delivery), status=CONFLICT)
    if written.status == AnswerStatus.FOR_DECISION:
        raise Refusal(_("Svaret väntar redan på beslut hos er."), status=CONFLICT)
    _complete(delivery, written)


def _nothing_written(delivery):
    if delivery.answers.filter(status=AnswerStatus.SUBMITTED).exists():
        return _("Det finns inget nytt svar att skicka. Det ni har skickat gäller.")
    return _("Inget är skickat, för svaret är inte öppnat på nytt. Öppna det, läs igenom det och skicka.")


def _complete(delivery, draft):
    questions = questions_of(delivery)
    refuse({key: in_words(sentence) for key, sentence in rules.problems(questions, draft.values).items()})
    draft.values = rules.settled(questions, draft.values)


def _leave(draft, delivery, by):
    _someone_decides(delivery, by)
    draft.status, draft.submitted_by, draft.returned_note = AnswerStatus.FOR_DECISION, by.person_id, ""
    save(draft, by)
    mail.for_decision(delivery, draft, approvers(delivery.body_id, besides=by.person_id))
    journal.record(
        "rounds.for_decision", by=by, obj=delivery, on_behalf_of=delivery.body_id, facts={"answer": draft.pk}
    )


def _someone_decides(delivery, by):
    """Where the round asks for two persons, the body may have nobody yet: said before it waits for no one."""
    seats = Mandate.objects.at(clock.today()).filter(body=delivery.body_id, role=Role.APPROVER, person__erased_at=None)
    others = seats.exclude(person=None).exclude(person__public_id=by.person_id)
    if delivery.round.two_persons and not by.is_system and not others.exists():
        raise Refusal(
            _(
                "En annan person hos er måste besluta, och ingen annan har uppdraget attestant. Lägg upp till exempel"
                " ekonomichefen som attestant på organisationens sida, och lämna sedan svaret för beslut. Utkastet är sparat."
            ),
            status=CONFLICT,
        )


def approvers(body_id, besides=None):
    people = Person.objects.filter(erased_at=None).exclude(email="").exclude(public_id=besides)
    held = {"mandates__body": body_id, "mandates__role": Role.APPROVER, "mandates__valid_from__lte": clock.today()}
    return list(people.filter(**held, mandates__valid_to__gt=clock.today()).distinct())


def _sent(draft, delivery, *, by, key, received_at, joint, registered_by_body=None):
    delivery.answers.filter(status=AnswerStatus.SUBMITTED).update(status=AnswerStatus.REPLACED)
    draft.status, draft.submitted_at = AnswerStatus.SUBMITTED, received_at
    draft.submitted_by = draft.submitted_by or by.person_id
    save(draft, by)
    receipt = steps.write(
        delivery, Step.ANSWERED, by=by, key=key, received_at=received_at, registered_by_body=registered_by_body
    )
    mark_outdated(joint, by=by, received_at=received_at, changed=delivery)
    return receipt


def decide(delivery, *, by, key, received_at, version="") -> Receipt:
    """The body's second mandate decides and sends: another person than the one who left it for decision.

    `version` as in `submit`.
    """
    permissions.require(permissions.decides(by, delivery))
    with transaction.atomic():
        joint = hold(delivery)
        now = steps.locked(delivery)
        written = draft(now)
        _as_read(written, AnswerStatus.FOR_DECISION, version)
        if told := steps.told_already(now, Step.ANSWERED, key):
            return told
        steps.allow(Act.DECIDE, now, received_at)
        _for_decision(written)
        if written.submitted_by == by.person_id and not by.is_system:
            raise Refusal(
                _("Den som har skrivit svaret kan inte själv besluta om det. Be en annan attestant."), status=403
            )
        _complete(now, written)
        written.decided_at, written.decided_by = received_at, by.person_id
        receipt = _sent(written, now, by=by, key=key, received_at=received_at, joint=joint)
        steps.write(now, Step.APPROVED, by=by, key=key, received_at=received_at)
    steps.show(delivery, now)
    return receipt


def _for_decision(written):
    if written is None or written.status != AnswerStatus.FOR_DECISION:
        raise Refusal(_("Inget svar väntar på beslut."), status=CONFLICT)
    return written


def send_back(delivery, note, *, by) -> Answer:
    """The body's own decider wants it changed, and says what."""
    permissions.require(permissions.decides(by, delivery))
    if not note.strip():
        raise Refusal(_("Skriv vad som ska ändras, så att kollegan vet."), field="note")
    with transaction.atomic():
        now = steps.locked(delivery)
        steps.allow(Act.SEND_BACK, now, clock.now())
        written = _for_decision(draft(now))
        written.status, written.returned_note, written.submitted_by = AnswerStatus.DRAFT, note.strip(), None
        save(written, by)
        journal.record("rounds.send_back", by=by, obj=now, on_behalf_of=now.body_id, facts={"answer": written.pk})
    return written


def withdraw(delivery, *, by, key, received_at) -> Receipt:
    """Until the due day has passed: the body has then received, and not answered."""
    permissions.require(permissions.acts_for(by, delivery))
    with transaction.atomic():
        joint = hold(delivery)
        now = steps.locked(delivery)
        if told := steps.told_already(now, Step.WITHDRAWN, key):
            return told
        steps.allow(Act.WITHDRAW, now, received_at)
        due = now.last_day
        if due and not in_time(received_at, due):
            raise Refusal(
                _("Svarstiden har gått ut, och svaret ligger fast. Be avsändaren begära komplettering."),
                status=CONFLICT,
            )
        if joint and _is_adopter(joint, now):
            raise Refusal(
                _("Ert svar ingår i länets gemensamma svar, som ni har antagit. Stå först för ert eget svar."),
                status=CONFLICT,
            )
        now.answers.filter(status=AnswerStatus.SUBMITTED).update(status=AnswerStatus.WITHDRAWN)
        receipt = steps.write(now, Step.WITHDRAWN, by=by, key=key, received_at=received_at)
        mark_outdated(joint, by=by, received_at=received_at)
    steps.show(delivery, now)
    return receipt


def _is_adopter(joint, delivery):
    mine = delivery.joint_signatures.filter(version__joint=joint).order_by("-id").first()
    return mine is not None and mine.adopted


def approve_unit(delivery, *, by, key, received_at) -> Receipt:
    """A unit's answer is approved by its own region or municipality."""
    permissions.require(permissions.approves_unit(by, delivery))
    return steps.take(Act.APPROVE, Step.APPROVED, delivery, by=by, key=key, received_at=received_at)


def answer_on_behalf(delivery, values, source_file, *, by, key, received_at) -> Receipt:
    """A coordinator registers what the body sent some other way; what it sent is attached as the source."""
    permissions.require(permissions.registers_for(by, delivery))
    if source_file is None:
        raise Refusal(_("Bifoga det som organisationen skickade in: brevet, filen eller protokollet."), field="source")
    with transaction.atomic():
        joint = hold(delivery)
        now = steps.locked(delivery)
        if told := steps.told_already(now, Step.ANSWERED, key):
            return told
        steps.allow(Act.ON_BEHALF, now, received_at)
        made = prepared(now) or another(now, by)  # what the body itself has begun is its own, and stays a draft
        made.values = {}
        made.on_behalf = True
        refuse(merge(made, questions_of(now), values))
        _complete(now, made)
        receipt = _sent(made, now, by=by, key=key, received_at=received_at, joint=joint, registered_by_body=by.body_id)
        files.attach(source_file, owner_type=SOURCE_OF, owner_id=made.pk, kind=SOURCE, by=by)
    steps.show(delivery, now)
    return receipt
