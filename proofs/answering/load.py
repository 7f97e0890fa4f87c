"""Bodies that answer again and again while something is done to the database, each noting what it was promised.

A promise is what a client may rest on: the receipt a program is told, the redirect to the page with the receipt that a
browser follows. Each answer has a number of its own, so that what was kept can be told from what was not.
"""

import html
import itertools
import json
import re
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from proofs.answering.client import Browser, Program, Reply
from proofs.answering.world import World
from proofs.servers import sql

AGAIN = 0.2  # seconds before the same is asked again: much sooner than Retry-After asks, to meet every moment of it
SEEN = re.compile(rb'name="seen" value="([^"]*)"')
DONE = {200, 201, 302}
SENT = """SELECT d.round_id, d.body_id, a."values" FROM rounds_answer a JOIN rounds_delivery d ON d.id = a.delivery_id
    WHERE a.status IN ('submitted', 'replaced')"""


@dataclass(frozen=True)
class Promise:
    body: int
    round: int
    value: int
    receipt: int | None  # a browser is not told its number
    at: float


@dataclass
class Noted:
    """By all clients together."""

    promises: list[Promise] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    others: list[str] = field(default_factory=list)  # neither done nor 503 with Retry-After
    longest: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def reply(self, reply: Reply, what: str) -> None:
        with self.lock:
            self.statuses[reply.status] += 1
            self.longest = max(self.longest, reply.seconds)
            again = reply.status == 503 and reply.retry_after
            if reply.status not in DONE and not again:
                self.others.append(f"{what}: {reply.status}")

    def promised(self, promise: Promise) -> None:
        with self.lock:
            self.promises.append(promise)

    def since(self, moment: float) -> int:
        """How many promises were made after it."""
        return sum(promise.at > moment for promise in self.promises)

    def first_after(self, moment: float, patience: float) -> float:
        """Seconds until the next promise; the patience, if none came."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            later = [promise.at for promise in self.promises if promise.at > moment]
            if later:
                return min(later) - moment
            time.sleep(0.05)
        return patience


@contextmanager
def answering(addresses: list[str], world: World, *, programs: int, browsers: int) -> Iterator[Noted]:
    """Each client is a body of its own, at one of the addresses; all stop at the end, when what they ask is answered."""
    noted, stop, numbers = Noted(), threading.Event(), itertools.count(1)
    people, places = iter(world.people), itertools.cycle(addresses)
    works: list[Callable[[], None]] = []
    for _ in range(programs):
        client = _AsProgram(Program(next(places), next(people)), world.rounds[0], noted, stop)
        works.append(client.answer_on(numbers))
    for _ in range(browsers):
        who = next(people)
        browser = Browser(next(places))
        reply = browser.log_in(who)
        if reply.status != 302:
            raise RuntimeError(f"{who.email} could not log in: {reply.status}")
        works.append(_AsPerson(browser, who.body, world.rounds[0], noted, stop).answer_on(numbers))
    threads = [threading.Thread(target=work, daemon=True) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield noted
    finally:
        stop.set()
        for thread in threads:
            thread.join(90)


class _Client:
    def __init__(self, noted: Noted, stop: threading.Event):
        self.noted, self.stop = noted, stop

    def answer_on(self, numbers: Iterator[int]) -> Callable[[], None]:
        def work():
            while not self.stop.is_set():
                self.answer(next(numbers))

        return work

    def answer(self, value: int) -> None:
        raise NotImplementedError

    def until_done(self, ask: Callable[[], Reply], what: str) -> Reply | None:
        """The very same, again and again, as long as it is told to come again."""
        while not self.stop.is_set():
            reply = ask()
            self.noted.reply(reply, what)
            if reply.status != 503:
                return reply if reply.status in DONE else None
            time.sleep(AGAIN)
        return None


class _AsProgram(_Client):
    def __init__(self, program: Program, round_id: int, noted: Noted, stop: threading.Event):
        super().__init__(noted, stop)
        self.program, self.round = program, round_id
        self.part = program.part(round_id)

    def answer(self, value):
        key = uuid.uuid4().hex
        if not self.until_done(lambda: self.program.put(f"{self.part}/draft", {"values": {"q": value}}), "PUT draft"):
            return
        reply = self.until_done(lambda: self.program.post(f"{self.part}/submit", {}, key), "POST submit")
        if reply:
            number = json.loads(reply.body)["receipt"]["number"]
            self.noted.promised(Promise(self.program.who.body, self.round, value, number, time.monotonic()))


class _AsPerson(_Client):
    def __init__(self, browser: Browser, body: int, round_id: int, noted: Noted, stop: threading.Event):
        super().__init__(noted, stop)
        self.browser, self.body, self.round = browser, body, round_id
        self.page = f"/forfragningar/{round_id}/{body}/"

    def answer(self, value):
        form = self.until_done(lambda: self.browser.get(f"{self.page}?andra=1"), "GET page")
        if not form:
            return
        seen = SEEN.search(form.body)
        written = {"q": str(value), "seen": html.unescape(seen[1].decode()) if seen else "", "do": "review"}
        if not self._led_on(f"{self.page}spara/", "granska/", **written):
            return
        if self._led_on(f"{self.page}granska/", "", key=uuid.uuid4().hex):
            self.noted.promised(Promise(self.body, self.round, value, None, time.monotonic()))

    def _led_on(self, path, to, **fields):
        """A redirect elsewhere, to the login say, promises nothing."""
        reply = self.until_done(lambda: self.browser.post(path, **fields), f"POST {path.rsplit('/', 2)[1]}")
        if reply is None:
            return False
        led = reply.status == 302 and urlsplit(reply.headers.get("location", "")).path == self.page + to
        if not led:
            with self.noted.lock:
                self.noted.others.append(f"POST {path}: led to {reply.headers.get('location', reply.status)}")
        return led


def lost(url: str, promises: list[Promise]) -> list[Promise]:
    """Those that the database does not hold: the answer with its value, sent, and its receipt."""
    kept = {(round_id, body, _value(values)) for round_id, body, values in sql.rows(url, SENT)}
    receipts = {number for (number,) in sql.rows(url, "SELECT id FROM rounds_receipt WHERE step = 'answered'")}
    return [
        each
        for each in promises
        if (each.round, each.body, each.value) not in kept or (each.receipt and each.receipt not in receipts)
    ]


def _value(values) -> int:
    read = json.loads(values) if isinstance(values, str) else values
    return int(read.get("q", -1))
