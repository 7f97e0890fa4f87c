"""One step of a signal: lock, told already?, policy, then the state, the step, its note and the journal row together."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.signals import permissions, policies
from vaxel.signals.domain.keys import step_key
from vaxel.signals.domain.kinds import SignalState, Step
from vaxel.signals.domain.state import after
from vaxel.signals.models import LedTo, PublicContact, Signal, SignalStep, StepNote
from vaxel.ui.refusal import Refusal

LONGEST_NOTE = 4000


def locked(*signals) -> list[Signal]:
    """As they are now, ours until the transaction ends.

    A merged signal is held by the lock of the one it follows, and locks are taken in the same order by everyone: so
    whoever answers for several, and whoever takes one of them out, go one after the other and never wait in a ring.
    """
    ids = [signal.pk for signal in signals]
    held: set[int] = set()
    while roots := _roots(ids) - held:
        list(Signal.objects.select_for_update(of=("self",)).filter(pk__in=roots).order_by("pk").only("pk"))
        held |= roots
    now = Signal.objects.in_bulk(ids)
    return [now[one] for one in ids]


def _roots(ids):
    return {head or one for one, head in Signal.objects.filter(pk__in=ids).values_list("pk", "head_id")}


def told_already(signal, step, key, words="") -> SignalStep | None:
    """The step of the same form sent twice: the last thing done to the signal, and done by that form."""
    last = SignalStep.objects.filter(signal=signal.pk).order_by("-id").first()
    return last if key and last and last.key in _keys(signal, step, key, words) else None


def _keys(signal, step, key, words) -> list[str]:
    """Those that the form has used; it is used anew only when something else has been done in between."""
    used: list[str] = []
    while SignalStep.objects.filter(key=_bound(signal, step, key, words, len(used))).exists():
        used.append(_bound(signal, step, key, words, len(used)))
    return used


def _fresh(signal, step, key, words) -> str | None:
    return _bound(signal, step, key, words, len(_keys(signal, step, key, words))) if key else None


def _bound(signal, step, key, words, again):
    return step_key(key, f"signal:{signal.pk}", step, words, again)


def said(text, sentence, field="text") -> str:
    """The words of a reason or an answer; nothing is done to a signal without them."""
    text = text.strip()
    if not text:
        raise Refusal(sentence, field=field)
    if len(text) > LONGEST_NOTE:
        raise Refusal(_("Texten är %(n)s tecken. Skriv högst 4 000.") % {"n": len(text)}, field=field)
    return text


def write(signal, step, *, by, key=None, received_at, note="", other=None, more_to_come=False) -> SignalStep:
    """Inside the caller's transaction, on a locked signal, after policy. The caller may have moved it to another desk."""
    signal.state = after(SignalState(signal.state), step, more_to_come=more_to_come)
    signal.save()
    return note_step(signal, step, by=by, key=key, received_at=received_at, note=note, other=other)


def note_step(signal, step, *, by, key=None, bound_key=None, received_at, note="", other=None) -> SignalStep:
    """`bound_key` is a key that is bound to something else than the signal already."""
    made = SignalStep.objects.create(
        signal=signal,
        step=step,
        state=signal.state,
        desk_id=signal.desk_id,
        body_id=by.body_id,
        person_id=by.person_id,
        mandate_id=by.mandate_id,
        received_at=received_at,
        other=other,
        key=bound_key or _fresh(signal, step, key, note),
    )
    if note:
        StepNote.objects.create(step=made, text=note)
    facts = {"step": made.pk, "desk": signal.desk_id} | ({"other": other} if other else {})
    journal.record(f"signals.{step}", by=by, obj=signal, on_behalf_of=by.body_id, facts=facts)
    return made


def take(act, signal, may, *, by, key, received_at, note="", change=None) -> SignalStep:
    """The whole step on one signal. `may(by, now)` is asked under the lock: it may have left the desk a moment ago.

    `change(now)` is what else becomes of it. The same form sent twice is one step.
    """
    step = Step(act)
    with transaction.atomic():
        (now,) = locked(signal)
        if told := told_already(now, step, key, note):
            return told
        permissions.require(may(by, now))
        policies.allow(act, now)
        if change:
            change(now)
        made = write(now, step, by=by, key=key, received_at=received_at, note=note)
    show(signal, now)
    return made


def forget_served(*signals):
    """Once the last word has been said, the public's address has served: it goes, the mail on its way still leaves."""
    over = [one.pk for one in signals if SignalState.CLOSED in (one.state, one.head and one.head.state)]
    waits = LedTo.objects.filter(signal__in=over, fed_back_at=None).values("signal")
    PublicContact.objects.filter(signal__in=over).exclude(signal__in=waits).delete()


def show(signal, now):
    """What the caller holds tells the truth afterwards too."""
    for field in Signal._meta.concrete_fields:
        setattr(signal, field.attname, getattr(now, field.attname))
