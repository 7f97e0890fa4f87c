"""Sends what is due to programs: claimed, posted, marked; tried again with the outbox's own patience."""

import datetime as dt
import json
import logging

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from vaxel.calendar.clock import now as clock
from vaxel.notices.domain.retry import LEASE, wait_after
from vaxel.notices.domain.signing import signature
from vaxel.notices.webhooks.calling import call
from vaxel.notices.webhooks.models import Webhook, WebhookMessage
from vaxel.notices.webhooks.pumping import pump

log = logging.getLogger(__name__)
AT_ONCE = 50
MOST_IN_A_TICK = 500  # the rest waits for the next: slow receivers must not hold the tick


def tick() -> int:
    """How many were taken by their receivers."""
    pump()
    taken = tried = 0
    while tried < MOST_IN_A_TICK and (messages := claim(clock())):
        taken += sum(_send(message) for message in messages)
        tried += len(messages)
    return taken


@transaction.atomic
def claim(at: dt.datetime) -> list[WebhookMessage]:
    """A hook's first waiting message alone: a program hears of things in the order they happened."""
    waiting = WebhookMessage.objects.filter(sent_at=None, given_up_at=None, hook__stopped_at=None)
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    earlier = waiting.filter(hook=OuterRef("hook"), number__lt=OuterRef("number"))
    due = waiting.filter(free, ~Exists(earlier), next_at__lte=at).select_related("hook").order_by("next_at", "pk")
    found = list(due.select_for_update(skip_locked=True, of=("self",))[:AT_ONCE])
    WebhookMessage.objects.filter(pk__in=[one.pk for one in found]).update(
        claimed_until=at + LEASE, attempts=F("attempts") + 1
    )
    for one in found:
        one.attempts += 1
    return found


def _send(message):
    body = json.dumps(message.payload, ensure_ascii=False, separators=(",", ":"))
    try:
        answer = call(message.hook.url, body, _headers(message, body))
    except Exception as fault:  # noqa: BLE001 - whatever the other side did, the next gets its chance
        return _put_off(message, type(fault).__name__)
    if answer.took_it:
        WebhookMessage.objects.filter(pk=message.pk).update(sent_at=clock(), claimed_until=None, last_error="")
        return True
    if answer.wants_no_more:
        Webhook.objects.filter(pk=message.hook_id).update(stopped_at=clock(), stopped_why="410 Gone")
    return _put_off(message, f"HTTP {answer.status}")


def _headers(message, body):
    identity, moment = f"msg_{message.hook_id}_{message.number}", int(clock().timestamp())
    return {
        "webhook-id": identity,
        "webhook-timestamp": str(moment),
        "webhook-signature": signature(message.hook.secret, identity, moment, body),
        "User-Agent": "Vaxel",
    }


def _put_off(message, why):
    wait = wait_after(message.attempts)
    log.warning("webhook %s was not taken: %s", message.hook_id, why)
    WebhookMessage.objects.filter(pk=message.pk).update(
        last_error=why,
        claimed_until=None,
        next_at=clock() + wait if wait else message.next_at,
        given_up_at=None if wait else clock(),
    )
    return False
