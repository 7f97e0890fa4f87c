"""Similar signals go on as one; each keeps its words, its author and its own trail, and can be taken out again."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.signals import permissions, policies
from vaxel.signals.commands import mail, steps
from vaxel.signals.domain.kinds import Act, Step
from vaxel.signals.domain.promise import promise_after_move
from vaxel.signals.models import LedTo, Reached, Signal, SignalStep
from vaxel.ui.refusal import Refusal


def merge(signal, into, reason, *, by, key=None, received_at) -> SignalStep:
    """Whoever handles both. The answer then goes to both authors; nothing of either is lost."""
    reason = steps.said(reason, _("Skriv varför de hör ihop. Den som skrev läser det."))
    if signal.pk == into.pk:
        raise Refusal(_("Välj en annan signal att föra ihop den med."), field="into")
    with transaction.atomic():
        now, head = steps.locked(signal, into)
        if told := steps.told_already(now, Step.MERGE, key, reason):
            return told
        permissions.require(permissions.handles(by, now) and permissions.handles(by, head))
        _allow(now, head)
        now.head, now.taken_by = head, None
        now.answer_by = max(now.answer_by, head.answer_by)
        made = steps.write(now, Step.MERGE, by=by, key=key, received_at=received_at, note=reason, other=head.pk)
        head.taken_by = head.taken_by or by.person_id
        steps.write(head, Step.TOOK_IN, by=by, received_at=received_at, other=now.pk)
        _join(now, head, by)
        mail.told(now, made)
    steps.show(signal, now)
    steps.show(into, head)
    return made


def _allow(now, head):
    policies.allow(Act.MERGE, now)
    policies.allow(Act.MERGE, head)
    if now.desk_id != head.desk_id:
        raise Refusal(_("De ligger inte längre hos samma mottagare. Ladda om sidan."), status=policies.CONFLICT)
    if Signal.objects.filter(head=now.pk).exists():
        raise Refusal(
            _("Andra signaler är redan hopförda med den här. För ihop åt andra hållet i stället."),
            status=policies.CONFLICT,
        )


def _join(now, head, by):
    """What the other has led to already, and is not fed back yet, will be told to this author too."""
    for link in LedTo.objects.filter(signal=head, fed_back_at=None):
        same = {"destination": link.destination, "object_id": link.object_id}
        LedTo.objects.get_or_create(
            signal=now, **same, defaults={"at": clock.now(), "by": by.person_id, "joined": True}
        )


def unmerge(signal, reason, *, by, key=None, received_at) -> SignalStep:
    """Undoes a merge: it goes on by itself, at the desk where the one it followed is now."""
    reason = steps.said(reason, _("Skriv varför de tas isär. Den som skrev läser det."))
    with transaction.atomic():
        (now,) = steps.locked(signal)
        if told := steps.told_already(now, Step.UNMERGE, key, reason):
            return told
        permissions.require(permissions.handles(by, now))
        policies.allow(Act.UNMERGE, now)
        head = now.head
        LedTo.objects.filter(signal=now, joined=True, fed_back_at=None).delete()
        now.head, now.taken_by = None, by.person_id
        now.answer_by = promise_after_move(now.answer_by, clock.today())
        made = steps.write(now, Step.UNMERGE, by=by, key=key, received_at=received_at, note=reason, other=head.pk)
        steps.write(head, Step.LET_GO, by=by, received_at=received_at, other=now.pk)
        Reached.objects.get_or_create(signal=now, body_id=now.desk_id, defaults={"since": received_at})
        mail.told(now, made)
    steps.show(signal, now)
    return made
