"""One who asks: a login's cookies over connections that are kept, and what came of each request."""

import time
from dataclasses import dataclass
from http.client import RemoteDisconnected
from urllib.parse import urlencode

import urllib3

PATIENCE = 300  # seconds for one answer, as a browser has; then it is an error
CLOSED = "closed"
TOKEN = "t" * 32  # what Django compares the header with is the cookie of the same browser


@dataclass(frozen=True)
class Answer:
    kind: str
    took: float
    error: str = ""
    body: bytes = b""


class Server:
    def __init__(self, address: str, connections: int):
        self.pool = urllib3.connectionpool.connection_from_url(address, maxsize=connections, block=False)

    def get(self, kind: str, path: str, session: str = "") -> Answer:
        """As a browser does: once more where the server has closed a connection that was kept, and nothing was answered."""
        found = self._ask(kind, "GET", path, session, (200,))
        return self._ask(kind, "GET", path, session, (200,)) if found.error == f"{kind}: {CLOSED}" else found

    def post(self, kind: str, path: str, session: str, **form: str) -> Answer:
        """What is sent is answered with another page to go to; anything else is an error."""
        return self._ask(kind, "POST", path, session, (302,), urlencode(form))

    def _ask(self, kind: str, method: str, path: str, session: str, wanted: tuple[int, ...], body: str = "") -> Answer:
        headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"} if session else {}
        if method == "POST":
            headers |= {"X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
        began = time.perf_counter()
        try:
            found = self.pool.urlopen(
                method, path, body=body or None, headers=headers, retries=False, redirect=False, timeout=PATIENCE
            )
        except urllib3.exceptions.HTTPError as error:
            closed = isinstance(error, urllib3.exceptions.ProtocolError) and isinstance(
                error.args[-1], RemoteDisconnected
            )
            return Answer(kind, time.perf_counter() - began, f"{kind}: {CLOSED if closed else type(error).__name__}")
        took = time.perf_counter() - began
        error = "" if found.status in wanted else f"{kind}: {found.status}"
        return Answer(kind, took, error, found.data)
