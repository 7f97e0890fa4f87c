"""The same costs taken at each size, in one database that grows: small ones as the best of many."""

import uuid
from collections.abc import Callable, Sequence

from django.urls import reverse

from benchmarks.timing import seconds
from proofs.grown.world import World, world
from proofs.growth.costs import ACT, OPENING, PAGE, TOTALS
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.rounds.commands.deliveries import step
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Delivery
from vaxel.rounds.queries.progress import at_every_node
from vaxel.rounds.ticks import fold_all

TRIES = 15


def stages(sizes: Sequence[int], largest: int) -> dict[int, dict[str, float]]:
    """Size → cost by name. Each size is opened anew on top of the smaller ones."""
    made = world(min(sizes[0], largest))
    browser = made.browser(made.sweden.units[0])
    _warm(made, browser)
    found = {}
    for size in sizes:
        made.grow(min(size, largest))
        rounds = -(-size // largest)
        opening = sum(_opened(made) for _ in range(rounds))
        last = made.rounds[-1]
        deliveries = list(Delivery.objects.filter(round=last).order_by("position")[: TRIES * 2])
        page = reverse("delivery", args=[last.pk, made.sweden.units[0]])
        found[size] = {
            OPENING.name: opening,
            ACT.name: 1000 * min(seconds(lambda one=one: _act(one)) for one in deliveries),
            PAGE.name: 1000 * _least(lambda page=page: _get(browser, page)),
            TOTALS.name: 1000 * _least(lambda last=last: at_every_node(last)),
        }
    return found


def _opened(made: World) -> float:
    draft = made.draft()
    took = seconds(lambda: made.send(draft))
    assert draft.frame.size == len(made.sweden.units) - 1
    return took


def _act(delivery: Delivery) -> None:
    step(delivery, Step.RECEIVED, by=SYSTEM, key=uuid.uuid4().hex, received_at=clock.now())


def _get(browser, path: str) -> None:
    assert browser.get(path).status_code == 200, path


def _least(work: Callable[[], object]) -> float:
    fold_all()
    return min(seconds(work) for _ in range(TRIES))


def _warm(made: World, browser) -> None:
    """Templates, prepared statements and imports are met before the first size."""
    made.send(made.draft(("municipality",)))
    browser.get("/")
