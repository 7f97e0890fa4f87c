"""Erasures, noted in a file outside the database: what a backup restored later must do again.

A backup from before an erasure holds what was erased. Each line: when, the decision's id, the person's opaque id, the scope,
and the words that the decision added to her name (those are nowhere else once it is carried out). Her name and addresses are
not here: the restored database has them. Readable by its owner alone; a line goes when no backup is older than it.
"""

import datetime as dt
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from vaxel.calendar.clock import now


@dataclass(frozen=True)
class Noted:
    at: str
    decision: str
    person: str
    scope: str
    words: list[str]


def path() -> Path | None:
    """None where the installation keeps no such file (the tests)."""
    return Path(settings.PRIVACY_ERASURES) if settings.PRIVACY_ERASURES else None


def add(decision, words) -> None:
    file = path()
    if file is None:
        return
    line = Noted(
        now().isoformat(), str(decision.public_id), str(decision.person.public_id), decision.scope, list(words)
    )
    _write(file, os.O_APPEND, f"{json.dumps(asdict(line))}\n")


def noted() -> list[Noted]:
    file = path()
    if file is None or not file.exists():
        return []
    return [Noted(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def forget_older() -> int:
    """What no backup can bring back: how many lines went."""
    oldest = now() - dt.timedelta(days=settings.BACKUPS_KEPT)
    lines = noted()
    left = [one for one in lines if dt.datetime.fromisoformat(one.at) >= oldest]
    if len(left) < len(lines):
        _write(path(), os.O_TRUNC, "".join(f"{json.dumps(asdict(one))}\n" for one in left))
    return len(lines) - len(left)


def _write(file, how, text):
    """On the disk before the database says that it is done."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(descriptor)
