"""One round of everything in `ticks.TICKS`, on one host at a time."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection
from django.utils.module_loading import import_string

LOCK = 0x7469_636B  # "tick"; any number that nobody else locks
logger = logging.getLogger(__name__)


def tick(names: Sequence[str]) -> dict[str, object] | None:
    """What each answered: a number, nothing, or the exception it raised. None: another host is at it right now."""
    with _alone() as alone:
        return {name: _done(name) for name in names} if alone else None


def _done(name: str) -> object:
    """One that fails must not stop the rest: a seal is due even when the mail server is down."""
    try:
        return import_string(name)()
    except Exception as error:
        logger.exception("%s failed", name)
        return error


@contextmanager
def _alone() -> Iterator[bool]:
    """SQLite is one machine with one writer, and every tick can be repeated; there nothing needs to be held."""
    if connection.vendor != "postgresql":
        yield True
        return
    alone = _ask("SELECT pg_try_advisory_lock(%s)")
    try:
        yield alone
    finally:
        if alone:
            _ask("SELECT pg_advisory_unlock(%s)")


def _ask(question: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, [LOCK])
        return bool(cursor.fetchone()[0])
