"""From the sealed journal to each hook: every entry once, in the seals' order, which has no gaps.

The place in the journal and the messages are written together: a pump that dies has told nothing, or told it all.
"""

from django.db import transaction

from vaxel.calendar.clock import now
from vaxel.journal.models import Seal
from vaxel.notices.webhooks.models import Webhook, WebhookMessage
from vaxel.notices.webhooks.registry import event_of

BATCH = 500


def pump() -> int:
    """How many messages were made."""
    hooks = Webhook.objects.filter(stopped_at=None).values_list("pk", flat=True)
    return sum(_all_for(pk) for pk in hooks)


def _all_for(pk):
    made = 0
    while (told := _some_for(pk)) is not None:
        made += told
    return made


@transaction.atomic
def _some_for(pk):
    """One batch; None when there is nothing more, or another pump has the hook."""
    hook = Webhook.objects.select_for_update(skip_locked=True).filter(pk=pk, stopped_at=None).first()
    if hook is None:
        return None
    seals = list(_after(hook.told_up_to))
    if not seals:
        return None
    messages = [message for seal in seals if (message := _message(hook, seal))]
    WebhookMessage.objects.bulk_create(messages, ignore_conflicts=True)
    hook.told_up_to = seals[-1].number
    hook.save(update_fields=["told_up_to"])
    return len(messages)


def _after(number):
    return Seal.objects.filter(number__gt=number).select_related("entry").order_by("number")[:BATCH]


def _message(hook, seal):
    event = event_of(seal.entry.action)
    if event is None or (hook.events and event.type not in hook.events):
        return None
    data = event.told(hook.mandate_id, seal.entry)
    if data is None:
        return None
    payload = {"type": event.type, "timestamp": seal.entry.at.isoformat(), "data": data}
    return WebhookMessage(hook=hook, number=seal.number, type=event.type, payload=payload, next_at=now())
