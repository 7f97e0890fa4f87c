import datetime as dt
import random

from benchmarks.timing import best_of_each
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, StreamTerms, Terms

NAME = "allocation"
DESCRIPTION = "A national allocation, 290 municipalities × 10 streams, against a bare loop over the same integers."
MUNICIPALITIES, STREAMS, GOAL = 290, 10, 20
TRIES = 300  # a few milliseconds each: on a busy machine most of them are interrupted
DAY = dt.date(2019, 11, 1)


def run():
    areas, terms = _areas(), _terms()
    pots = [stream.pot_ore for stream in terms.streams]
    people = [area.population for area in areas]
    ours, bare = best_of_each(lambda: allocate(terms, areas), lambda: _bare(pots, people), times=TRIES)
    equal = _amounts(allocate(terms, areas)) == _bare(pots, people)
    ratio = ours / bare
    figures = {
        "municipalities": MUNICIPALITIES,
        "streams": STREAMS,
        "allocate, ms": ours * 1000,
        "bare loop, ms": bare * 1000,
        "same amounts": equal,
    }
    return {"ratio": ratio, "goal": f"≤ {GOAL}", "ok": equal and ratio <= GOAL, "figures": figures}


def _bare(pots, people):
    """Shares to the öre and payouts in kronor, in lists: no names, no checks, no differences."""
    whole = sum(people)
    shares = [[(2 * pot * each + whole) // (2 * whole) for each in people] for pot in pots]
    unit = 100 * whole
    payouts = [0] * len(people)
    for at, each in enumerate(people):
        row = 0
        for pot in pots:
            row += pot * each
        payouts[at] = (2 * row + unit) // (2 * unit)
    return shares, payouts


def _amounts(out):
    shares = [[share.share_ore for share in stream.shares] for stream in out.streams]
    return shares, [payout.payout_ore // 100 for payout in out.payouts]


def _areas():
    drawn = random.Random(2020)  # noqa: S311 - a draw, no secret
    return [
        Area("municipality", f"{number:04}", f"Kommun {number}", DAY, drawn.randrange(2_400, 975_000))
        for number in range(MUNICIPALITIES)
    ]


def _terms():
    streams = tuple(
        StreamTerms(
            f"s{number}",
            f"Ström {number}",
            (number + 1) * 17_000_000_00,
            Receivers.MUNICIPALITY,
            Allocation.POPULATION,
            DAY,
        )
        for number in range(STREAMS)
    )
    return Terms("Nationell", 2020, streams, Rounding.NEAREST)
