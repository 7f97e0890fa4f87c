"""The chain's head, kept in a file outside the database: what betrays a tail cut off, which the chain cannot.

One line a day: the journal's own mark (its first seal), the head and the day. A file that lies on another machine,
or is mailed, is worth more: `vaxel verify` prints the same line.
"""

from pathlib import Path

from django.conf import settings

from vaxel.calendar.clock import today
from vaxel.journal.domain.chain import Head
from vaxel.journal.models import Seal
from vaxel.journal.sealing import head


def path():
    """None where the installation keeps no such file (the tests)."""
    return Path(settings.JOURNAL_HEADS) if settings.JOURNAL_HEADS else None


def journal_mark():
    """Tells one journal from another (the example's, a restored one) in the same file."""
    return Seal.objects.filter(number=1).values_list("hash", flat=True).first() or ""


def head_is_due():
    """Has the day no head yet?"""
    mark, day = journal_mark()[:16], str(today())
    return path() is not None and not any(line.split()[::2] == [mark, day] for line in _lines())


def export_head():
    """Adds today's head to the file, once a day; True if it did."""
    mark = journal_mark()[:16]
    if not mark or not head_is_due():
        return False
    with path().open("a") as file:
        file.write(f"{mark} {head()} {today()}\n")
    return True


def exported_heads():
    """The heads this journal has had, as the file tells."""
    mark = journal_mark()[:16]
    return [Head.parse(line.split()[1]) for line in _lines() if mark and line.startswith(mark)]


def _lines():
    file = path()
    if file is None or not file.exists():
        return []
    return [line for line in file.read_text().splitlines() if len(line.split()) == 3]
