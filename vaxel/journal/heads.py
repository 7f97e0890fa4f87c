"""The anchor: the chain's head, kept in a signed file outside the database, once a day. It betrays a tail cut off and a
chain redone, which the chain itself cannot.

A line is `mark number:hash day signature`. The mark tells one journal from another; the signature is made with the
installation's secret key over the line and the signature before it, so that a line that is edited, put in or taken out
is seen. What is taken off at the end is seen by its age. VAXEL_JOURNAL_HEADS names a place on another machine, and the
register mails carry the head to the bodies' own archives: `vaxel verify --head NUMBER:HASH` asks about one from there.
"""

import fcntl
import hmac
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.crypto import salted_hmac

from vaxel.calendar.clock import today
from vaxel.journal.domain.chain import Head
from vaxel.journal.models import Seal
from vaxel.journal.sealing import head

SALT = "vaxel.journal.heads"
RESTORED = "/restored"  # after the day: an older backup was laid back, and what came after this head is no more
OLDEST = 2  # days: one may be missed around midnight
FIELDS = 4


@dataclass(frozen=True)
class Line:
    mark: str
    head: Head
    day: str
    signature: str
    number: int  # in the file
    holds: bool


def path():
    """None where the installation keeps no such file (the tests)."""
    return Path(settings.JOURNAL_HEADS) if settings.JOURNAL_HEADS else None


def journal_mark():
    """Tells one journal from another (the example's, another installation's) in the same file."""
    return Seal.objects.filter(number=1).values_list("hash", flat=True).first() or ""


def head_is_due():
    """Has the day no head yet?"""
    mark, day = journal_mark()[:16], str(today())
    return path() is not None and not any((line.mark, line.day) == (mark, day) for line in lines())


def export_head():
    """Adds today's head to the file, once a day; True if it did."""
    mark = journal_mark()[:16]
    if not mark or not head_is_due():
        return False
    _add(f"{mark} {head()} {today()}")
    return True


def note_restored():
    """The journal was laid back as it was at its present head: heads known after it hold no more, and that is told."""
    mark, now = journal_mark()[:16], head()
    if path() is None or not any(known.number > now.number for known in exported_heads()):
        return False
    _add(f"{mark} {now} {today()}{RESTORED}")
    return True


def exported_heads():
    """The heads this journal has had, as the file tells."""
    mark, found = journal_mark()[:16], []
    for line in lines():
        if not mark or line.mark != mark:
            continue
        if line.day.endswith(RESTORED):
            found = [known for known in found if known.number <= line.head.number]
        found.append(line.head)
    return found


def lines() -> list[Line]:
    """As they stand, each with whether its signature holds."""
    file = path()
    if file is None or not file.exists():
        return []
    return list(_read(file.read_text(errors="replace")))


def broken_lines() -> list[int]:
    """Numbers of lines that this installation did not write so, or not there."""
    return [line.number for line in lines() if not line.holds]


def days_since():
    """How old the youngest head of this journal is; None without one."""
    mark = journal_mark()[:16]
    days = [line.day.removesuffix(RESTORED) for line in lines() if mark and line.mark == mark and line.holds]
    return (today() - today().fromisoformat(days[-1])).days if days else None


def _read(text: str) -> Iterator[Line]:
    before = ""
    for number, line in enumerate(text.splitlines(), start=1):
        told, _, signature = line.rpartition(" ")
        holds = len(line.split(" ")) == FIELDS and any(
            hmac.compare_digest(signature, made) for made in _signatures(told, before)
        )
        before = signature
        yield _line(line.split(" "), number, holds=holds)


def _line(parts: list[str], number: int, *, holds: bool) -> Line:
    mark, told, day, signature = [*parts, "", "", "", ""][:FIELDS]
    try:
        return Line(mark, Head.parse(told), day, signature, number, holds)
    except ValueError:
        return Line("", Head(0, ""), day, signature, number, holds=False)


def _signatures(told: str, before: str) -> Iterator[str]:
    """By today's secret key, and by those before it."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield salted_hmac(SALT, f"{before}\n{told}", secret=key, algorithm=sha256().name).hexdigest()


def _add(told: str) -> None:
    """One at a time; on the disk before anybody relies on it."""
    with path().open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        last = [line.signature for line in _read(file.read())]
        file.write(f"{told} {next(_signatures(told, last[-1] if last else ''))}\n")
        file.flush()
        os.fsync(file.fileno())
