"""The small Sweden that all the doors stand in: the objects and twins of the permission matrix, and 34 who try."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction

from proofs.doors import cells, keys, links, parity, replay
from proofs.promise import Figure, at_least, exactly, said, scaled
from tests.access import guards, objects
from tests.access.neighbours import neighbours
from tests.access.people import Visitor, visitors
from vaxel.rounds.tests.world import make_world

PROMISED = 50_000


@dataclass(frozen=True)
class Scene:
    world: Any
    people: dict[str, Visitor]

    def identities(self) -> dict[str, Any]:
        return {role: guards.identity(visitor) for role, visitor in self.people.items()}


@contextmanager
def scene() -> Iterator[Scene]:
    objects.load()
    with transaction.atomic():
        world = make_world()
        objects.make_all(world)
        yield Scene(world, {**visitors(world), **neighbours(world)})
        transaction.set_rollback(True)


def figures(scale: float) -> Iterator[Figure]:
    began = time.process_time()
    cache.clear()
    with scene() as here:
        pages, programs = cells.tried(here, scale), keys.tried(here.world, scale)
        yield at_least(
            "cells: address × who × method × own and other", pages.count + programs.count, scaled(PROMISED, scale)
        )
        yield exactly(
            "doors that were open to the wrong one, or closed to the right", len(pages.wrong + programs.wrong), 0
        )
        yield exactly("addresses without a rule", len(cells.undeclared()), 0)
        yield said("addresses, endpoints", f"{len(cells.ADDRESSES)}, {len(keys.OPERATIONS)}")
        yield said("who tries", f"{len(here.people)} with a browser, {programs.who} with a key")
        for name, found in (("files", replay.tried(here)), ("links, tokens and feeds", links.tried(here))):
            yield at_least(f"{name} replayed", found.count, 1)
            yield exactly(f"{name} that the wrong one got", len(found.wrong), 0)
            pages.wrong.extend(found.wrong)
        lists = parity.tried(here, scale)
        yield said("links in lists followed, as who saw the list", lists.count)
        yield exactly("lists that name what their reader may not open, or leave out what they may", len(lists.wrong), 0)
        told = [*pages.wrong, *programs.wrong, *lists.wrong]
        if told:
            yield said("the first of them", told[:20])
    yield said("seconds of processor", round(time.process_time() - began))
