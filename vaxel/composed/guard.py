"""While a question is composed neither the clock nor the database may be asked: what they said would stay in its words."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connections

_composing: ContextVar[bool] = ContextVar("composing", default=False)


@contextmanager
def composing(alias):
    token = _composing.set(True)
    try:
        with connections[alias].execute_wrapper(_refuse):
            yield
    finally:
        _composing.reset(token)


def not_while_composing() -> None:
    if _composing.get():
        raise RuntimeError("A composed question is given what it needs to know as an argument.")


def _refuse(*_):
    not_while_composing()
