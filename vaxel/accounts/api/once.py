"""The same request with the same key is done once: what it does and what it answered are kept in one transaction.

Two that arrive at once: the second waits on the key's own constraint, then reads what the first was answered.
A refused request leaves nothing behind, so it can be mended and sent again with the same key.
"""

from typing import Annotated

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from ninja import Header, Status

from vaxel.accounts.api.problems import Stop
from vaxel.accounts.domain.tokens import fingerprint
from vaxel.accounts.models import ApiReply

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=64,
        pattern=r"^[A-Za-z0-9._:-]+$",
        description="Er egen, ny för varje sak ni gör (ett UUID, till exempel). Samma igen ger samma svar.",
    ),
]


def once(request, key, status, act):
    """`act()` gives a plain dict; answers with it and the status, and the same the next time."""
    mark = fingerprint(request.method, request.get_full_path(), request.body)
    try:
        with transaction.atomic():
            return _first(request.token, key, mark, status, act)
    except _SaidBefore:
        return _again(request.token, key, mark)


class _SaidBefore(Exception):  # noqa: N818
    pass


def _first(token, key, mark, status, act):
    try:
        with transaction.atomic():
            reply = ApiReply.objects.create(token=token, key=key, fingerprint=mark)
    except IntegrityError:
        raise _SaidBefore from None
    reply.status, reply.body = status, act()
    reply.save(update_fields=["status", "body"])
    return Status(status, reply.body)


def _again(token, key, mark):
    reply = ApiReply.objects.get(token=token, key=key)
    if reply.fingerprint != mark:
        raise Stop(409, _("Nyckeln Idempotency-Key har använts till en annan begäran. Välj en ny."))
    return Status(reply.status, reply.body)
