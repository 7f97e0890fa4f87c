"""Webhooks: a signed POST to your own address for each thing that happens and that the key's mandate may know of."""

import datetime as dt
from typing import Annotated

from django.db.models import Count, Q
from django.http import Http404
from ninja import Schema, Status
from pydantic import Field

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.once import Key, once
from vaxel.accounts.api.paging import Id
from vaxel.network.api.router import router
from vaxel.network.commands.webhooks import add_webhook, remove_webhook
from vaxel.notices.models import Webhook

desk = Desk(router, "webhooks")
EventType = Annotated[str, Field(max_length=60)]


class NewWebhook(Schema):
    """`events` empty: all of them. The address must take a POST within ten seconds and answer 2xx; 410 ends it."""

    url: Annotated[str, Field(max_length=500)]
    events: Annotated[list[EventType], Field(max_length=50)] = []


class WebhookOut(Schema):
    id: int
    url: str
    events: list[str]
    waiting: int
    stopped_at: dt.datetime | None
    stopped_why: str


class MadeWebhook(Schema):
    """`secret` is shown once: with it you check the signature (Standard Webhooks)."""

    id: int
    secret: str


@desk.get("/webhooks", reads, list[WebhookOut], "webhooks")
def webhooks(request):
    """Those made with this mandate."""
    waiting = Count("messages", filter=Q(messages__sent_at=None, messages__given_up_at=None))
    return [
        {
            "id": hook.pk,
            "url": hook.url,
            "events": hook.events,
            "waiting": hook.waiting,
            "stopped_at": hook.stopped_at,
            "stopped_why": hook.stopped_why,
        }
        for hook in _mine(request).annotate(waiting=waiting).order_by("pk")
    ]


@desk.post("/webhooks", reads, MadeWebhook, "webhooks", status=201)
def add(request, data: NewWebhook, key: Key):
    """Told of what happens from now on."""

    def act():
        made = add_webhook(request.user, by=request.actor, url=data.url, events=data.events)
        return {"id": made.pk, "secret": made.secret}

    return once(request, key, 201, act)


@desk.delete("/webhooks/{webhook}", reads, None, "webhook", status=204)
def remove(request, webhook: Id):
    """No more is sent, not even what waits."""
    found = _mine(request).filter(pk=webhook).first()
    if found is None:
        raise Http404
    remove_webhook(found, by=request.actor)
    return Status(204, None)


def _mine(request):
    return Webhook.objects.filter(user_id=request.user.pk, mandate_id=request.token.mandate_id)
