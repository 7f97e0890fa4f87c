import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from vaxel.calendar.clock import now
from vaxel.calendar.domain.quiet import after_quiet
from vaxel.notices.models import Message
from vaxel.notices.rhythms import with_rhythm


@dataclass(frozen=True)
class Draft:
    """A mail to post. `event_key` names event and receiver ("round:12:sent:345"): posted twice, it is sent once.

    `to_as`: as whom (contact, mailbox …), for the log. `keeps_quiet`: it leaves on working days between 07 and 18 only.
    `about`: whose log it belongs to ("round:12").
    `may_wait`: nobody waits for it, and who has chosen a digest gets it there.
    """

    event_key: str
    to: str
    subject: str
    text: str
    not_before: dt.datetime | None = None
    digest_key: str = ""
    body_id: int | None = None
    language: str = "sv"
    to_as: str = ""
    keeps_quiet: bool = False
    about: str = ""
    may_wait: bool = False
    in_digest: bool = False  # set by its receiver's choice (rhythms.py)


def post(event_key, *, to, subject, text, not_before=None, digest_key="", body_id=None, language="sv"):
    """Puts one mail in the outbox, in the command's own transaction. The same key again changes nothing.

    Nothing sensitive in subject or text: mail is a postcard. Say what is waiting and link to it.
    """
    post_many([Draft(event_key, to, subject, text, not_before, digest_key, body_id, language)])


@transaction.atomic
def post_many(drafts):
    """As `post`, in a few inserts however many there are."""
    from vaxel.notices.tasks import wake

    messages = [message_of(draft) for draft in with_rhythm(list(drafts))]
    Message.objects.bulk_create(messages, batch_size=500, ignore_conflicts=True)
    for moment in sorted({message.not_before for message in messages if not message.given_up_at}):
        wake(moment)


def cancel(event_key="", *, prefix=""):
    """Takes back what has not left yet: one message, or all whose key starts with `prefix` ("round:12:"). How many."""
    if bool(event_key) == bool(prefix):
        raise ValueError("Say either one event key or a prefix")
    waiting = Message.objects.waiting()
    found = waiting.filter(event_key=event_key) if event_key else waiting.filter(event_key__startswith=prefix)
    return found.update(cancelled_at=now())


def cancel_all(event_keys):
    """Takes back those of these messages that have not left. How many."""
    return Message.objects.waiting().filter(event_key__in=event_keys).update(cancelled_at=now())


def _subject(text):
    """A line break would forge headers, and "=?utf-8?q?…?=" is how a mail spells something else."""
    return " ".join(text.split()).replace("=?", "= ?")[:200]


def message_of(draft):
    fault = _fault(draft.to)
    return Message(
        event_key=draft.event_key,
        to="" if fault else draft.to,
        subject=_subject(str(draft.subject)),
        text=str(draft.text),
        language=draft.language,
        not_before=_not_before(draft),
        digest_key=draft.digest_key,
        in_digest=draft.in_digest,
        body_id=draft.body_id,
        to_as=draft.to_as,
        keeps_quiet=draft.keeps_quiet,
        about=draft.about,
        created_at=now(),
        given_up_at=now() if fault else None,
        last_error=fault,
    )


def _not_before(draft):
    moment = draft.not_before or now()
    return after_quiet(moment) if draft.keeps_quiet else moment


def _fault(address):
    """One body's mistyped mailbox must not stop a round to 290: the message is kept, given up, for a person to see."""
    try:
        validate_email(address)
    except ValidationError:
        return f"no address to send to: {address!r}"[:300]
    return ""
