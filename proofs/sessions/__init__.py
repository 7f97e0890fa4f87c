"""Logins, cookies, forms and headers in the tests' world; and fifty secrets sent at a real server, looked for in its logs."""

from collections.abc import Iterable

from proofs import tested
from proofs.promise import Figure
from proofs.sessions import canaries

NAME = "sessions"
PROMISE = "A login is hard to guess, is never taken over, and nothing secret is left behind in logs, headers or caches."


def run(scale: float) -> Iterable[Figure]:
    yield from tested.figures("proofs.sessions.inside:figures", scale)
    yield from canaries.figures()
