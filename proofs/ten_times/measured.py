"""One list of costs, taken of a small country and then of the same country grown."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from benchmarks.timing import seconds
from proofs.grown.world import PRINCIPALS, World, copies, world
from vaxel import journal
from vaxel.calendar import clock
from vaxel.journal import checks as of_journal
from vaxel.journal.heads import export_head
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.rounds import checks as of_rounds
from vaxel.rounds.commands.deliveries import step
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.queries.progress import at_every_node, dashboard
from vaxel.rounds.ticks import fold_all
from vaxel.search.indexing import rebuild

TRIES, MARKS = 5, 100


@dataclass(frozen=True)
class Sizes:
    units: int
    rounds: int
    waiting: int  # of the rounds, so many are open

    def times(self, factor: int) -> "Sizes":
        return Sizes(self.units * factor, self.rounds * factor, self.waiting * factor)


@dataclass(frozen=True)
class Cost:
    """`grows`: it lists or counts what there is ten times more of."""

    least: float
    grows: bool = False


@dataclass(frozen=True)
class Taken:
    sizes: Sizes
    costs: Mapping[str, Cost]
    rounds: int
    deliveries: int
    wrong: list[str]


@dataclass(frozen=True)
class Reader:
    """A municipality's contact, who is asked in every round; its county's coordinator."""

    body: int
    contact: Client
    coordinator: Client


def taken_twice(today: Sizes, tenfold: Sizes) -> tuple[Taken, Taken]:
    made = world(today.units)
    body = made.sweden.principals[30]
    reader = Reader(body, made.browser(body), made.browser(made.sweden.counties[30 % 21], Role.COORDINATOR))
    before = _filled_and_taken(made, reader, today, Sizes(0, 0, 0))
    made.grow(tenfold.units)
    return before, _filled_and_taken(made, reader, tenfold, today)


def _filled_and_taken(made: World, reader: Reader, sizes: Sizes, had: Sizes) -> Taken:
    one = made.send(made.draft(PRINCIPALS))
    copies(one, sizes.rounds - had.rounds - 2, still_open=sizes.waiting - had.waiting - 1)
    draft = made.draft()
    opening = seconds(lambda: made.send(draft))
    rebuild()
    costs = dict(_costs(made, reader, one, draft)) | {"open a round to all units": Cost(opening, grows=True)}
    export_head()
    wrong: list[str] = []
    costs["verify"] = Cost(seconds(lambda: wrong.extend(_wrong())), grows=True)
    return Taken(sizes, costs, Round.objects.count(), Delivery.objects.count(), wrong)


def _costs(made: World, reader: Reader, one: Round, units: Round) -> Iterator[tuple[str, Cost]]:
    rounds = list(Round.objects.exclude(frame=None).select_related("frame"))
    yield "dashboard of all rounds", Cost(_least(lambda: dashboard(rounds, made.sweden.counties)), grows=True)
    yield "totals at every node", Cost(_least(lambda: at_every_node(units)))
    for name, (browser, path, grows) in _pages(made, reader, one, units).items():
        yield name, Cost(_least(_asking(browser, path)), grows)
    deliveries = list(Delivery.objects.filter(round=units)[:MARKS])
    yield "one act", Cost(min(seconds(lambda each=each: _act(each)) for each in deliveries))
    yield "fold a hundred marks", Cost(seconds(fold_all), grows=True)  # the round's own bytes are written anew
    journal.seal()
    for each in deliveries:
        _act(each, Step.RELAYED)
    yield "seal a hundred rows", Cost(seconds(journal.seal))


def _pages(made: World, reader: Reader, one: Round, units: Round) -> dict[str, tuple[Client, str, bool]]:
    contact, coordinator, anyone = reader.contact, reader.coordinator, Client(headers={"host": "127.0.0.1"})
    return {
        "a body's own part": (contact, reverse("delivery", args=[one.pk, reader.body]), False),
        "a body's first page": (contact, reverse("start"), True),
        "inbox": (contact, reverse("inbox"), True),
        "rounds": (contact, reverse("rounds"), True),
        "register": (contact, reverse("register", args=[reader.body]), True),
        "search": (contact, reverse("search") + "?q=medel", True),
        "a round to all units, at a county": (coordinator, reverse("round", args=[units.pk]), True),
        "map of the network": (anyone, reverse("network"), False),
        "a municipality's public page": (anyone, reverse("municipality", args=[reader.body]), True),
        "front page": (anyone, reverse("start"), True),
    }


def _asking(browser: Client, path: str) -> Callable[[], None]:
    def ask() -> None:
        answer = browser.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"

    return ask


def _act(delivery: Delivery, what: Step = Step.RECEIVED) -> None:
    step(delivery, what, by=SYSTEM, key=uuid.uuid4().hex, received_at=clock.now())


def _least(work: Callable[[], object]) -> float:
    work()
    return min(seconds(work) for _ in range(TRIES))


def _wrong() -> Iterator[str]:
    for name, ok, sentence in (*of_journal.checks(), *of_rounds.checks()):
        if not ok:
            yield f"{name}: {sentence}"
