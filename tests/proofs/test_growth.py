"""Growth and ten times, with a handful of units; a cost that grows by its square and one that does not stand still are found."""

import json
import subprocess
import sys

import pytest
from django.db import connection

from proofs import growth, ten_times
from proofs.grown.slope import slope
from proofs.growth import measured, plot, written
from proofs.growth.costs import COSTS, OPENING, PAGE
from proofs.kept import FOLDER, ROOT
from proofs.promise import all_met
from proofs.ten_times.measured import Cost, Sizes, Taken, taken_twice
from vaxel.site.serving import static

SIZES = (1_000, 10_000, 100_000, 1_000_000)


@pytest.fixture(autouse=True)
def no_files(monkeypatch):
    monkeypatch.setattr(static, "gather", lambda: False)


@pytest.fixture
def grown(transactional_db):
    """A database that may be analysed: what SQLite then keeps of it is taken away again."""
    yield
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS sqlite_stat1")
            cursor.execute("DROP TABLE IF EXISTS sqlite_stat4")


def test_each_size_is_opened_and_every_cost_taken(grown, monkeypatch):
    monkeypatch.setattr(measured, "TRIES", 2)
    found = measured.stages((20, 40, 100), largest=50)
    assert list(found) == [20, 40, 100]
    assert all(set(costs) == {cost.name for cost in COSTS} for costs in found.values())
    assert len(list(growth.figures("SQLite", found))) == 2 * len(COSTS)


def test_a_small_country_and_the_same_grown(grown, monkeypatch):
    monkeypatch.setattr("proofs.ten_times.measured.TRIES", 1)
    monkeypatch.setattr("proofs.ten_times.measured.MARKS", 3)
    before, after = taken_twice(Sizes(20, 4, 2), Sizes(40, 8, 4))
    assert (before.rounds, after.rounds) == (4, 8)
    assert before.wrong == after.wrong == []
    assert set(before.costs) == set(after.costs)


def costs_like(**of):
    still = {cost.name: 3.0 for cost in COSTS}
    return {size: still | {OPENING.name: size / 1000} | {name: f(size) for name, f in of.items()} for size in SIZES}


def test_slopes():
    assert slope(SIZES, [size * 7 for size in SIZES]) == pytest.approx(1)
    assert slope(SIZES, [5.0] * 4) == pytest.approx(0)
    assert slope(SIZES, [size**2 for size in SIZES]) == pytest.approx(2)


def test_what_grows_as_promised_is_met_and_what_does_not_is_found():
    assert all_met(list(growth.figures("SQLite", costs_like())))
    assert not all_met(list(growth.figures("SQLite", costs_like(**{OPENING.name: lambda size: size**1.3}))))
    assert not all_met(list(growth.figures("SQLite", costs_like(**{PAGE.name: lambda size: 3 + size / 50_000}))))


def test_what_costs_more_than_its_share_is_found():
    sizes = Sizes(1, 1, 1)
    before = Taken(sizes, {"one act": Cost(1), "inbox": Cost(1, grows=True)}, 1, 1, [])
    within = Taken(sizes, {"one act": Cost(1.4), "inbox": Cost(9, grows=True)}, 1, 1, [])
    assert all_met(list(ten_times.figures("SQLite", before, within)))
    for name, cost in (("one act", Cost(2)), ("inbox", Cost(13, grows=True))):
        over = Taken(sizes, {**within.costs, name: cost}, 1, 1, [])
        assert not all_met(list(ten_times.figures("SQLite", before, over)))
    assert not all_met(list(ten_times.figures("SQLite", before, Taken(sizes, within.costs, 1, 1, ["rounds.states"]))))


def test_the_picture_names_its_axes_and_its_lines():
    drawn = plot.svg(
        {"opening, SQLite": [(1000, 40), (1_000_000, 41_000)], "act, SQLite": [(1000, 2), (1_000_000, 2.1)]}
    )
    for said in ("milliseconds", "deliveries in the rounds opened", "opening, SQLite", "1\u202f000\u202f000"):
        assert said in drawn


def test_the_page_is_written_without_a_database():
    done = subprocess.run(
        [sys.executable, "-c", "import proofs.growth.written"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_page_and_its_picture_are_what_was_kept():
    kept = json.loads((FOLDER / "growth.json").read_text(encoding="utf-8"))
    assert written.PAGE.read_text(encoding="utf-8") == written.page(kept), "python -m proofs.growth.written"
    assert written.PICTURE.read_text(encoding="utf-8") == written.picture(kept)
