"""Within a moment a question is asked once, however many of a page's parts ask it: the parts then agree with each other.

For a page that only reads. Outside, and in the next request, everything is asked anew.
"""

import functools
from contextlib import contextmanager
from contextvars import ContextVar

_answers: ContextVar[dict | None] = ContextVar("answers", default=None)


@contextmanager
def one_moment():
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def answers() -> dict | None:
    """What has been answered in this moment, by `key`; None outside one."""
    return _answers.get()


def key(ask, args, named=()):
    """A list and a tuple of the same are the same; what is given needs not be hashable for that."""
    return ask, tuple(map(_frozen, args)), tuple(sorted(dict(named).items()))


def _frozen(value):
    if isinstance(value, list):
        return tuple(value)
    return frozenset(value) if isinstance(value, set) else value


def once_a_moment(ask):
    """On a function whose arguments can be compared; what it gives is shared, so nobody changes it."""

    @functools.wraps(ask)
    def asked(*args, **named):
        known = answers()
        if known is None:
            return ask(*args, **named)
        this = key(ask, args, named)
        if this not in known:
            known[this] = ask(*args, **named)
        return known[this]

    return asked
