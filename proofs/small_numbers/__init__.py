"""No figure of one or two bodies can be reckoned out of what anyone may read, by subtracting whatever from whatever."""

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from random import Random
from unittest import mock

from proofs.promise import Figure, at_least, exactly, said, scaled

NAME = "small-numbers"
PROMISE = "10 000 differencing pairs over public tables: no cell under the limit is recovered."
PAIRS, LEAST, SEED = 10_000, 3, 20_261_126
# Where the rule is used under its own name: the control puts one there that hides the small and nothing else.
RULES = (
    "vaxel.rounds.queries.few.held_back",
    "vaxel.rounds.queries.few.held_back_by_parts",
    "vaxel.rounds.queries.open_data.held_back",
    "vaxel.adoption.pages.thing.counties.held_back",
    "vaxel.funding.pages.requisition.maps.held_back",
    "vaxel.funding.pages.account.tables.held_back",
)


def run(scale: float) -> Iterable[Figure]:
    import django

    django.setup()
    found, pairs, given_up = attack(scaled(PAIRS, scale))
    yield at_least("pairs of printed figures subtracted", sum(pairs.values()), scaled(PAIRS, scale))
    yield said("surfaces, with as many pairs each or more", len(pairs))
    yield exactly("cells of one or two recovered", sum(found.values()), 0)
    for name, number in sorted(given_up.items()):
        yield said(f"{name}: cells held back", number)
    with naive():
        control, _pairs, _given_up = attack(scaled(PAIRS, scale))
    yield at_least("control, small cells hidden and nothing else: recovered", sum(control.values()), 1)


def attack(wanted: int) -> tuple[Counter, Counter, Counter]:
    """Surface by surface: small cells recovered, pairs tried, cells held back."""
    from proofs.small_numbers.attacker import recovered
    from proofs.small_numbers.tables import SURFACES

    chance, found, held, pairs = Random(SEED), Counter(), Counter(), Counter()
    for surface in SURFACES:
        name = surface.__name__
        while pairs[name] < wanted / len(SURFACES):
            for printed, sums, true in surface(chance):
                pairs[name] += len(sums) * (len(sums) + 1) // 2
                held[name] += sum(value is None for value in printed.values())
                shown = {cell: true[cell] for cell, value in printed.items() if value is not None}
                known = shown | recovered(printed, sums)
                found[name] += sum(0 < known[cell] < LEAST and _sure(cell, known, sums, true) for cell in known)
    return found, pairs, held


def _sure(cell, known, sums, true) -> bool:
    """A guess (as many as their sum: one each) that is wrong in any cell of the sum tells nothing of the others."""
    beside = [cells for _total, cells in sums if cell in cells]
    return any(all(known.get(one, true[one]) == true[one] for one in cells) for cells in beside) or not beside


def naive() -> ExitStack:
    def hides_the_small(cells, *rest):
        forced = rest[-1] if len(rest) > 1 else ()
        return frozenset(place for place, number in enumerate(cells) if 0 < number < LEAST) | frozenset(forced)

    patched = ExitStack()
    for rule in RULES:
        patched.enter_context(mock.patch(rule, hides_the_small))
    return patched
