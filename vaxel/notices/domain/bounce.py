"""Reading what a mail server sends back (RFC 3464): which mail it is about, and whether it is final.

What comes in is anyone's: everything here is text to be doubted, and whatever cannot be read is `UnreadableError`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import Message
from email.parser import BytesParser, HeaderParser

LARGEST = 2_000_000  # bytes; a report holds little more than the mail it is about
DEEPEST = 20  # parts within parts
IDENTITY = re.compile(r"(?<![0-9a-f])([0-9a-f]{32})@")
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"})
ENVELOPE = ("Delivered-To", "X-Original-To", "To", "In-Reply-To", "References")


class UnreadableError(ValueError):
    """No report of this kind can be made out of it."""


@dataclass(frozen=True)
class Report:
    """`identities`: of our mails, the likeliest first. Not `is_final`: it is late, or has come through."""

    identities: tuple[str, ...]
    is_final: bool
    status: str = ""  # "5.1.1"
    words: str = ""  # the mail server's own


def read_report(raw: bytes, to: str = "") -> Report:
    """`to`: the address the report was sent to, as the mail server says it; its name tells which mail it is about."""
    if len(raw) > LARGEST:
        raise UnreadableError("too large")
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(raw)
        return _report(message, to)
    except UnreadableError:
        raise
    except Exception as error:  # the parser meets anything: what breaks it is no report
        raise UnreadableError(type(error).__name__) from error


def _report(message: Message, to: str) -> Report:
    parts = list(_parts(message, 0))
    fields = next((found for part in parts if (found := _recipient(part))), None)
    if fields is None:
        raise UnreadableError("no delivery status")
    status = _first(STATUS, _header(fields, "Status"), _header(fields, "Diagnostic-Code"))
    action = _header(fields, "Action").strip().lower()
    words = _plain(_header(fields, "Diagnostic-Code").partition(";")[2] or _header(fields, "Diagnostic-Code"))
    is_final = action == "failed" or (not action and status.startswith("5"))
    return Report(tuple(_identities(message, parts, to)), is_final, status, words)


def _parts(message: Message, depth: int) -> Iterator[Message]:
    if depth > DEEPEST:
        raise UnreadableError("too many parts within parts")
    yield message
    inside = message.get_payload()
    if isinstance(inside, list):
        for part in inside:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)


def _recipient(part: Message) -> Message | None:
    """The fields about the receiver: the block of a delivery status that says what was done."""
    if part.get_content_type() not in {"message/delivery-status", "message/global-delivery-status"}:
        return None
    inside = [one for one in part.get_payload() if isinstance(one, Message)]
    # What is in other letters than ours (RFC 6533) is read as one message, with the receiver's block for its text.
    blocks = [block for one in inside for block in (one, HeaderParser().parsestr(str(one.get_payload())))]
    return next((one for one in blocks if one["Action"] or one["Status"]), None)


def _identities(message: Message, parts: list[Message], to: str) -> Iterator[str]:
    """By the address it came to first, then by the mail it brings back."""
    said = [to, *(_header(message, name) for name in ENVELOPE), *(_returned(part) for part in parts)]
    found = (one for text in said for one in IDENTITY.findall(text.lower()))
    yield from dict.fromkeys(found)


def _returned(part: Message) -> str:
    if part.get_content_type() not in RETURNED:
        return ""
    inside = part.get_payload()
    original = inside[0] if isinstance(inside, list) and inside else HeaderParser().parsestr(str(inside))
    return _header(original, "Message-ID") if isinstance(original, Message) else ""


def _header(message: Message, name: str) -> str:
    return str(message.get(name) or "")


def _first(pattern: re.Pattern[str], *texts: str) -> str:
    return next((found.group(1) for text in texts if (found := pattern.search(text))), "")


def _plain(text: str) -> str:
    """One line without control characters, short enough for a person to read."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:250]
