"""Sweden drawn by lot, printed by the very functions that the public pages and files print by, one surface after another.

Each yields (what is printed, the sums that stand beside it, what is true), one reader's whole view at a time.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from random import Random
from types import SimpleNamespace
from unittest import mock

from vaxel.adoption.domain.small import shielded
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.pages.thing.counties import shown as adoption_counties
from vaxel.adoption.pages.thing.growth import stepped
from vaxel.adoption.queries.curve import Point
from vaxel.adoption.queries.stages import Tally
from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.pages.account.tables import held_back_counties
from vaxel.funding.pages.requisition.maps import held_back_of
from vaxel.funding.queries.levels import published
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.aggregate import Aggregate, Count
from vaxel.rounds.domain.hiding import laddered
from vaxel.rounds.domain.question import Condition, Question, QuestionType
from vaxel.rounds.queries import few, open_data

SIZES = (1, 4, 6, 6, 8, 10, 10, 11, 12, 12, 13, 14, 15, 15, 16, 18, 26, 33, 36, 49, 3)  # Gotland first
REGIONS = ((0, 19), (1, 5, 16), (2, 8, 12), (3, 4, 6, 7), (9, 10, 11, 13, 14), (15, 17, 18, 20))
COUNTIES = range(len(SIZES))


def _low(chance, most) -> int:
    """Often few: that is what is hard to hide."""
    return min(most, chance.choice([0, 1, 1, 2, 2, 3, 4, chance.randint(0, most)]))


def rounds_counties(chance: Random) -> Iterator[tuple]:
    """The county table of a round, and each healthcare region's reader with its own total too."""
    asked = [size if chance.random() < 0.6 else _low(chance, size) for size in SIZES]
    rows = [SimpleNamespace(node_id=place, counts=SimpleNamespace(asked=n, done=n)) for place, n in enumerate(asked)]
    with _sweden(rows):
        whole = few.held_back_here(None, rows, None, "then")
        yield _view(asked, whole, [(sum(asked), COUNTIES)])
        for region in REGIONS:
            mine = [rows[place] for place in region]
            hidden = few.held_back_here(None, mine, 1, "then") | whole
            yield _view(asked, hidden, [(sum(asked), COUNTIES), (sum(asked[one] for one in region), region)])


@contextmanager
def _sweden(rows):
    with (
        mock.patch.object(few, "by_child", return_value=rows),
        mock.patch.object(few, "county_counts", return_value=rows),
        mock.patch.object(few, "healthcare_regions", return_value=[set(region) for region in REGIONS]),
    ):
        yield


def open_data_counties(chance: Random) -> Iterator[tuple]:
    """The file's rows: asked and answered for each county, and the nation's."""
    asked = [size if chance.random() < 0.5 else _low(chance, size) for size in SIZES]
    done = [_low(chance, n) for n in asked]
    children = [
        SimpleNamespace(node_id=place, name=str(place), counts=SimpleNamespace(asked=n, done=done[place]))
        for place, n in enumerate(asked)
    ]
    whole = SimpleNamespace(asked=sum(asked), done=sum(done))
    nobody = SimpleNamespace(named=lambda _nodes: [])
    with (
        _sweden(children),
        mock.patch.object(open_data, "counts", return_value=whole),
        mock.patch.object(open_data, "by_child", return_value=children),
        mock.patch.object(open_data, "at", return_value=nobody),
    ):
        rows = list(open_data._counts(SimpleNamespace(frame=SimpleNamespace(as_of=None)), "Sverige"))
    for measure, true in (("asked", asked), ("answered", done)):
        told = {row.part: row.value for row in rows if row.measure == measure}
        hidden = {place for place in COUNTIES if told[str(place)] is None}
        for region in REGIONS:  # whose reader knows its own total besides
            yield _view(true, hidden, [(told["Sverige"], COUNTIES), (sum(true[one] for one in region), region)])


def open_data_questions(chance: Random) -> Iterator[tuple]:
    """A choice, and a follow-up that is put to those who chose its first option: two tables of the same file."""
    chosen = [_low(chance, 60) for _ in range(chance.randint(2, 5))]
    first = Question(id="a", type=QuestionType.ONE, label="A")
    follow = Question(id="b", type=QuestionType.TEXT, label="B", show_if=Condition("a", frozenset({"0"})))
    counts = tuple(Count(str(place), str(place), n) for place, n in enumerate(chosen))
    said = [
        SimpleNamespace(question=first, aggregate=Aggregate(first.type, sum(chosen), counts=counts)),
        SimpleNamespace(question=follow, aggregate=Aggregate(follow.type, chosen[0])),
    ]
    section = SimpleNamespace(tells_who=False, questions=said, for_kinds=(), n_asked=None)
    with mock.patch.object(open_data, "compiled", return_value=SimpleNamespace(sections=[section])):
        rows = list(open_data._answers(None, "Sverige"))
    told = {(row.question, row.measure): row.value for row in rows}
    hidden = {place for place in range(len(chosen)) if told[f"A: {place}", "chosen"] is None}
    sums = [] if told["A", "answered"] is None else [(told["A", "answered"], range(len(chosen)))]
    sums += [] if told["B", "answered"] is None else [(told["B", "answered"], [0])]
    yield _view(chosen, hidden, sums)


def adoption_table(chance: Random) -> Iterator[tuple]:
    """County by county: how many use it, how many of them fully, and the one less the other."""
    tallies = {place: _tally(chance, size) for place, size in enumerate(SIZES)}
    told = adoption_counties(tallies)
    printed, true, begun = {}, {}, {}
    for place, one in tallies.items():
        full, use = told[place]
        printed |= {f"full {place}": full, f"use {place}": use}
        true |= {f"full {place}": one.full, f"use {place}": one.in_use}
        begun[f"begun {place}"] = one.in_use - one.full
        printed[f"begun {place}"] = None if None in (full, use) else use - full
    sums = [
        (sum(true[f"{name} {place}"] for place in COUNTIES), [f"{name} {place}" for place in COUNTIES])
        for name in ("full", "use")
    ]
    sums.append((sum(begun.values()), list(begun)))
    yield printed, sums, true | begun


def adoption_row(chance: Random) -> Iterator[tuple]:
    """How many at each stage, with how many they are: a quarter of the country by its need, and what a key is told."""
    stands = [_low(chance, 12) for _ in range(5)]
    hidden = {place for place, number in enumerate(shielded(stands)) if number is None}
    yield _view(stands, hidden, [(sum(stands), range(len(stands)))])


def adoption_ladder(chance: Random) -> Iterator[tuple]:
    """So many have come so far or farther: one stop less the next is how many stand there."""
    stands = [_low(chance, 40) for _ in range(5)]
    reached = [sum(stands[place:]) for place in range(1, 5)]
    yield _steps_of(laddered(reached, sum(stands)), sum(stands), stands)


def adoption_curve(chance: Random) -> Iterator[tuple]:
    """Every two days of the curve."""
    days, reached = [], 0
    for _ in range(12):
        reached += chance.choice([0, 1, 1, 2, 3, 5])
        days.append(reached)
    points = [Point(dt.date(2026, 1, 1 + place), (number,)) for place, number in enumerate(days)]
    yield _between([point.reached[0] for point in stepped(points)])


def requisition_map(chance: Random) -> Iterator[tuple]:
    """Each county's part, under a sentence with the whole."""
    shares = {place: (_low(chance, size), size) for place, size in enumerate(SIZES)}
    done = [shares[place][0] for place in COUNTIES]
    yield _view(done, held_back_of(shares), [(sum(done), COUNTIES)])


def account_table(chance: Random) -> Iterator[tuple]:
    """How many in each county have accounted, and with them whose kronor are summed."""
    said = [_low(chance, size) for size in SIZES]
    yield _view(said, held_back_counties(SIZES, said), [(sum(said), COUNTIES)])


def money_by_day(chance: Random) -> Iterator[tuple]:
    """What is used at a level, as any two days give it: how many bodies' use lies between them."""
    day, rows = dt.date(2026, 1, 1), []
    for number in range(30):
        day += dt.timedelta(days=chance.randint(0, 9))
        body = chance.randint(1, 40)
        rows.append((day, EntryKind.USED, 100 + number, None, body, None, Kind.MUNICIPALITY, None))
    spender = {row[2]: row[4] for row in rows}
    ends = [dt.date(2026, month, 1) for month in range(2, 12)]
    told = [{one.ore for one in published([row for row in rows if row[0] < end])} for end in ends]
    printed, sums, true = {}, [], {}
    for first, second in combinations(range(len(ends)), 2):
        name = f"{first} to {second}"
        between = told[second] - told[first]
        printed[name], true[name] = None, len({spender[ore] for ore in between})
        sums.append((true[name], [name]))
    yield printed, sums, true


def _tally(chance, size):
    left, counts = size, []
    for _ in range(len(AdoptionStage) - 1):
        counts.append(_low(chance, left))
        left -= counts[-1]
    return Tally((left, *counts))


def _view(true, hidden, sums):
    printed = {str(place): None if place in hidden else number for place, number in enumerate(true)}
    return (
        printed,
        [(total, [str(one) for one in cells]) for total, cells in sums],
        {str(p): n for p, n in enumerate(true)},
    )


def _steps_of(shown, total, stands):
    """Stops that are printed side by side give what stands between them."""
    known = [total, *shown, 0]
    printed = {str(place): None for place in range(len(stands))}
    sums, start = [(total, [str(place) for place in range(len(stands))])], 0
    for place in range(1, len(known)):
        if known[place] is not None:
            sums.append((known[start] - known[place], [str(one) for one in range(start, place)]))
            start = place
    return printed, sums, {str(place): number for place, number in enumerate(stands)}


def _between(shown):
    """A difference that is printed is a fact of the days it tells of; where the line stood still it tells of nobody."""
    true = {
        f"{first} to {second}": shown[second] - shown[first] for first, second in combinations(range(len(shown)), 2)
    }
    return dict.fromkeys(true), [(number, [name]) for name, number in true.items()], true


SURFACES = (
    rounds_counties,
    open_data_counties,
    open_data_questions,
    adoption_table,
    adoption_row,
    adoption_ladder,
    adoption_curve,
    requisition_map,
    account_table,
    money_by_day,
)
