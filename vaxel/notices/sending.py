"""Sends what is due. A message is claimed, sent and marked in three steps:

whoever dies between them leaves a claim that runs out, and the next sender tries again with the same Message-ID.
So nothing is lost, and a repeat after a crash can be told from a new mail (at least once).
"""

import logging
import math
import operator
import time
from dataclasses import astuple, dataclass
from smtplib import SMTPRecipientsRefused

from django.core import mail
from django.db import transaction
from django.db.models import F, Q

from vaxel.calendar.clock import now as clock
from vaxel.calendar.domain.quiet import is_quiet
from vaxel.notices.bouncing import mark_failed
from vaxel.notices.composing import compose, host, secret
from vaxel.notices.domain.mail import Waiting, bundles, message_id
from vaxel.notices.domain.retry import LEASE, wait_after
from vaxel.notices.models import Message
from vaxel.ui.logging import without_tokens

PERMANENT = 500
LONGEST = 60  # seconds: reminders, seals and all else that a tick does wait for it
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    claimed: int = 0
    mails: int = 0
    messages: int = 0
    failed: int = 0


def tick():
    """What a worker missed, or all of it where there is none; after a minute the rest is left to the next tick."""
    return send_all(longest=LONGEST)


def send_all(longest=math.inf):
    """Everything due, in batches; no batch begins when `longest` seconds have gone."""
    total, began = Sent(), time.monotonic()
    while (batch := send_due()).claimed:
        total = _add(total, batch)
        if time.monotonic() - began > longest:
            break
    return total


def send_due(now=None, limit=200):
    """Claims up to `limit` due messages (and those that belong in the same mails) and sends them."""
    now = now or clock()
    bundles_of_mine = claim(now, limit)
    sent = Sent(claimed=sum(map(len, bundles_of_mine)))
    if bundles_of_mine:
        outgoing = mail.get_connection()
        for messages in bundles_of_mine:
            sent = _add(sent, _send(messages, outgoing, now))
        outgoing.close()
    return sent


@transaction.atomic
def claim(now, limit):
    """Lists of messages, one list a mail, that nobody else will send until the lease runs out."""
    rows = {one.event_key: one for one in _take(now, limit)}
    found = []
    for bundle in bundles(Waiting(one.event_key, one.to, one.together, one.message_id) for one in rows.values()):
        messages = [rows[one.event_key] for one in bundle]
        identity = message_id(bundle, host(), secret())
        Message.objects.filter(pk__in=[one.pk for one in messages]).update(
            claimed_until=now + LEASE, attempts=F("attempts") + 1, message_id=identity
        )
        found.append([_as_claimed(one, identity) for one in messages])
    return found


def _take(now, limit):
    due = Message.objects.waiting().filter(not_before__lte=now)
    if is_quiet(now):
        due = due.exclude(keeps_quiet=True)
    due = due.filter(Q(claimed_until=None) | Q(claimed_until__lte=now)).order_by("not_before", "id")
    due = due.select_for_update(skip_locked=True)  # SQLite ignores it: its one writer is enough
    first = list(due[:limit])
    keys = {(one.to, one.together) for one in first if one.together}
    alike = Q(digest_key__in={key for _, key in keys}) | Q(in_digest=True, to__in={to for to, _ in keys})
    others = due.filter(alike).exclude(pk__in=[one.pk for one in first])
    return first + [one for one in others if (one.to, one.together) in keys] if keys else first


def _as_claimed(message, identity):
    message.attempts += 1
    message.message_id = identity
    return message


def _send(messages, outgoing, now):
    keys = [one.pk for one in messages]
    standing = set(Message.objects.waiting().filter(pk__in=keys).values_list("pk", flat=True))
    messages = [one for one in messages if one.pk in standing]  # someone may have recalled it since the claim
    if not messages:
        return Sent()
    try:
        compose(messages, messages[0].message_id, outgoing).send()
    except SMTPRecipientsRefused as error:
        _refused(messages, error, now)
        return Sent(failed=len(messages))
    except Exception as error:  # noqa: BLE001 - whatever the mail server did, the next mail gets its chance
        _put_off(messages, error, now)
        outgoing.close()
        return Sent(failed=len(messages))
    _mark_sent(messages)
    return Sent(mails=1, messages=len(messages))


def _mark_sent(messages):
    """All at once. A link that lets someone in is theirs now: the row keeps what was said, not the link."""
    at = clock()
    for one in messages:
        one.sent_at, one.last_error, one.text = at, "", without_tokens(one.text)
    Message.objects.bulk_update(messages, ["sent_at", "last_error", "text"])


def _refused(messages, error, now):
    """The receiver's mail server says no: for good if by 5xx, and then the address is marked; else it is tried again."""
    codes = [code for code, _words in error.recipients.values()]
    if not codes or any(code < PERMANENT for code in codes):
        return _put_off(messages, error, now)
    words = "; ".join(f"{code} {_text(said)}" for code, said in error.recipients.values())
    with transaction.atomic():
        mark_failed(messages, words)
    return None


def _text(said):
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _put_off(messages, error, now):
    """Tried again later, with growing patience; after three days left for a person to see."""
    log.warning("mail %s was not sent: %s", messages[0].message_id, type(error).__name__)
    for one in messages:
        wait = wait_after(one.attempts)
        one.last_error = f"{type(error).__name__}: {error}"[:300]
        one.claimed_until = now + wait if wait else None
        one.given_up_at = None if wait else now
    Message.objects.bulk_update(messages, ["last_error", "claimed_until", "given_up_at"])


def _add(one, other):
    return Sent(*map(operator.add, astuple(one), astuple(other)))
