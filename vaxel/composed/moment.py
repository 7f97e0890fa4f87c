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


def once_a_moment(ask):
    """On a function whose arguments can be compared; what it gives is shared, so nobody changes it."""

    @functools.wraps(ask)
    def asked(*args, **named):
        answers = _answers.get()
        if answers is None:
            return ask(*args, **named)
        key = (ask, args, tuple(sorted(named.items())))
        if key not in answers:
            answers[key] = ask(*args, **named)
        return answers[key]

    return asked
