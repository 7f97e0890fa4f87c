"""What is done at a desk: taken, put back, sent on, answered, closed, opened again. Each with words the author reads."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.signals import permissions, policies
from vaxel.signals.commands import mail, steps
from vaxel.signals.domain.kinds import Act, SignalState, Step
from vaxel.signals.domain.promise import promise_after_move
from vaxel.signals.domain.way import level_of
from vaxel.signals.models import Reached, Signal, SignalStep
from vaxel.signals.queries.way import above, beside
from vaxel.ui.refusal import Refusal


def take_on(signal, *, by, key=None, received_at) -> SignalStep:
    """Who takes care of it: seen by the others at the desk, who may take over (absence is normal)."""

    def mine(now):
        now.taken_by = by.person_id

    return steps.take(Act.TAKE, signal, permissions.handles, by=by, key=key, received_at=received_at, change=mine)


def release(signal, *, by, key=None, received_at) -> SignalStep:
    def nobodys(now):
        now.taken_by = None

    return steps.take(Act.RELEASE, signal, permissions.handles, by=by, key=key, received_at=received_at, change=nobodys)


def send_up(signal, reason, *, by, to_id=None, key=None, received_at) -> SignalStep:
    """To the level above; `to_id` where there are two to choose from."""
    return _send(Act.SEND_UP, signal, reason, above, by=by, to_id=to_id, key=key, received_at=received_at)


def send_across(signal, reason, *, by, to_id=None, key=None, received_at) -> SignalStep:
    """To another county, or another healthcare region, that it concerns more."""
    return _send(Act.SEND_ACROSS, signal, reason, beside, by=by, to_id=to_id, key=key, received_at=received_at)


def _send(act, signal, reason, desks, *, by, to_id, key, received_at):
    reason = steps.said(reason, _("Skriv varför signalen skickas vidare. Den som skrev läser det."))
    return _together(
        act,
        signal,
        reason,
        by=by,
        key=key,
        received_at=received_at,
        change=lambda now: _moved(now, _chosen(desks(now), to_id), received_at),
    )


def _chosen(desks, to_id):
    if to_id is None and len(desks) == 1:
        return desks[0]
    found = next((desk for desk in desks if desk.pk == to_id), None)
    if found is None:
        raise Refusal(_("Välj vart signalen ska skickas."), field="to")
    return found


def _moved(now, desk, received_at):
    now.desk, now.level = desk, level_of(desk.kind)
    now.at_desk_since, now.taken_by = received_at, None
    now.answer_by = promise_after_move(now.answer_by, clock.today())


def answer(signal, text, *, by, key=None, received_at) -> SignalStep:
    """Goes to whoever wrote, and to each who wrote something that is merged into it."""
    text = steps.said(text, _("Skriv ett svar till den som skrev."))

    def answered(now):
        now.answered_at = received_at
        now.taken_by = now.taken_by or by.person_id

    return _together(Act.ANSWER, signal, text, by=by, key=key, received_at=received_at, change=answered)


def close(signal, reason, *, by, key=None, received_at) -> SignalStep:
    reason = steps.said(reason, _("Skriv varför signalen avslutas. Den som skrev läser det."))
    return _together(Act.CLOSE, signal, reason, by=by, key=key, received_at=received_at)


def reopen(signal, reason, *, by, key=None, received_at) -> SignalStep:
    reason = steps.said(reason, _("Skriv varför signalen öppnas igen. Den som skrev läser det."))

    def again(now):
        now.taken_by = by.person_id
        now.answer_by = promise_after_move(now.answer_by, clock.today())

    return _together(Act.REOPEN, signal, reason, by=by, key=key, received_at=received_at, change=again)


def _together(act, signal, note, *, by, key, received_at, change=None):
    """The step on the signal, and the same on all that are merged into it: each author follows their own."""
    step = Step(act)
    with transaction.atomic():
        (now,) = steps.locked(signal)
        if told := steps.told_already(now, step, key, note):
            return told
        permissions.require(permissions.handles(by, now))
        policies.allow(act, now)
        if change:
            change(now)
        made = steps.write(now, step, by=by, key=key, received_at=received_at, note=note)
        _tell(now, made, received_at)
        merged = merged_into(now)
        for one in merged:
            _follow(one, now)
            _tell(one, steps.write(one, step, by=by, received_at=received_at, note=note), received_at)
        steps.forget_served(now, *merged)
        if act in {Act.SEND_UP, Act.SEND_ACROSS}:
            mail.arrived(now, made)
    steps.show(signal, now)
    return made


def merged_into(signal) -> list[Signal]:
    found = list(Signal.objects.filter(head=signal.pk, state=SignalState.MERGED).order_by("pk"))
    for one in found:
        one.head = signal
    return found


def _follow(one, head):
    """What is merged goes where its head goes, and shares its promise."""
    for name in ("desk_id", "level", "at_desk_since", "answered_at"):
        setattr(one, name, getattr(head, name))
    one.answer_by = max(one.answer_by, head.answer_by)


def _tell(signal, step, when):
    Reached.objects.get_or_create(signal=signal, body_id=signal.desk_id, defaults={"since": when})
    mail.told(signal, step)
