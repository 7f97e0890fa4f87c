"""Where the marks lie: golden places from the drawn page, then what must always hold."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.ui.charts.bars import bar, columns
from vaxel.ui.charts.compare import compare
from vaxel.ui.charts.curve import curve
from vaxel.ui.charts.ladder import ladder
from vaxel.ui.charts.ticks import ticks
from vaxel.ui.charts.tilemap import LOOKS, counted, tilemap

STEPS = ["Mottaget", "Svarat", "Återkopplat"]
STATES = [{"key": "in", "label": "svarat", "look": "s4"}, {"key": "out", "label": "har inte svarat", "look": "need"}]


class TestLadder:
    def test_a_line_reaches_as_far_as_its_share(self):
        [row] = ladder(STEPS, [{"label": "Kommuner", "counts": [288, 144, 0], "total": 288}])
        assert [stop.state for stop in row.stops] == ["full", "part", "none"]
        assert [stop.x for stop in row.stops] == ["20.00%", "57.00%", "94.00%"]
        assert [stop.run for stop in row.stops] == ["38.50%", "", ""]

    def test_nobody_asked_draws_no_line(self):
        [row] = ladder(STEPS, [{"label": "Ingen", "counts": [0, 0, 0], "total": 0}])
        assert {stop.run for stop in row.stops} == {""}

    def test_counts_that_fit_no_step_are_a_fault(self):
        with pytest.raises(ValueError, match="2 counts for 3 steps"):
            ladder(STEPS, [{"label": "Fel", "counts": [1, 2], "total": 2}])

    @given(st.integers(1, 400), st.data())
    def test_no_line_ever_passes_the_next_stop(self, total, data):
        counts = data.draw(st.lists(st.integers(0, total), min_size=3, max_size=3))
        [row] = ladder(STEPS, [{"label": "x", "counts": counts, "total": total}])
        for stop in row.stops:
            assert not stop.run or float(stop.x[:-1]) <= float(stop.run[:-1]) <= float(stop.next_x[:-1])


class TestTileMap:
    def test_every_tile_is_drawn_once_in_its_state(self):
        tiles = [
            {"column": c, "row": r, "label": f"{c}.{r}", "state": "in" if c else "out"}
            for c in range(3)
            for r in range(4)
        ]
        drawn = tilemap(tiles, STATES)
        assert [layer.count for layer in drawn.layers] == [8, 4]
        paths = [tile["path"] for layer in drawn.layers for tile in layer.tiles]
        assert len(set(paths)) == 12

    def test_a_state_without_a_label_is_a_fault(self):
        with pytest.raises(ValueError, match="no label: \\['lost'\\]"):
            tilemap([{"column": 0, "row": 0, "label": "A", "state": "lost"}], STATES)

    def test_a_look_that_is_none_is_a_fault(self):
        with pytest.raises(ValueError, match="red is no look"):
            tilemap([], [{"key": "in", "label": "x", "look": "red"}])

    def test_states_that_are_light_or_dark_are_told_apart_by_a_mark_as_well(self):
        tile = {"column": 0, "row": 0, "label": "A", "state": "x"}
        marks = [tilemap([tile], [{"key": "x", "label": "x", "look": look}]).layers[0].marks for look in LOOKS]
        assert len(set(marks)) == len(LOOKS) - 1, "only the full tile and the dashed outline need no mark"

    def test_an_empty_map_is_no_fault(self):
        assert tilemap([], STATES).box == "0 0 19 19"

    def test_the_legend_counts(self):
        found = counted([{"state": "in"}, {"state": "in"}], STATES)
        assert [state["count"] for state in found] == [2, 0]


class TestBars:
    def test_parts_lie_side_by_side(self):
        drawn = bar([{"value": 1, "look": "s4", "label": "a"}, {"value": 2, "look": "s2", "label": "b"}], 4)
        assert [(part.x, part.width) for part in drawn] == [("0.00%", "25.00%"), ("25.00%", "50.00%")]

    def test_of_nothing_nothing_is_drawn(self):
        assert bar([{"value": 0, "look": "s4", "label": "a"}], 0)[0].width == "0%"

    def test_the_highest_week_fills_the_height_and_the_least_is_seen(self):
        heights = [c.height for c in columns([{"label": str(v), "value": v} for v in (0, 1, 100)])]
        assert heights == ["0.0%", "4.0%", "100.0%"]


class TestCurve:
    def test_a_line_is_level_until_something_happens(self):
        [run] = curve([{"label": "a", "points": [(0.5, 5), (0.75, 10)]}], [], 10).runs
        assert run.path == "M0 1000H500.0V500.0H750.0V0.0H1000"
        assert run.value == 10

    def test_of_nothing_the_line_lies_on_the_floor(self):
        [run] = curve([{"label": "a", "points": []}], [], 0).runs
        assert (run.path, run.value) == ("M0 1000H1000", 0)

    @given(st.lists(st.integers(0, 290), min_size=1, max_size=6))
    def test_no_label_lies_on_another(self, ends):
        drawn = curve([{"label": "a", "points": [(0.5, end)]} for end in ends], [], 290)
        heights = sorted(float(run.label_y) for run in drawn.runs)
        assert all(below - above >= 18 for above, below in pairwise(heights))


class TestCompare:
    def test_each_row_has_its_own_scale_from_zero(self):
        [line] = compare([{"label": "Del", "values": [25, None, 50], "unit": "%"}], ["ni", "länet", "landet"])
        assert [mark.x for mark in line.marks] == ["50.00%", "", "98.00%"]

    @given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), min_size=2, max_size=2))
    def test_no_mark_is_cut(self, values):
        [line] = compare([{"label": "x", "values": values}], ["a", "b"])
        assert all(not mark.x or 1.99 <= float(mark.x[:-1]) <= 98.01 for mark in line.marks)


def test_the_same_number_gives_the_same_ticket():
    assert ticks("2020-1") == ticks("2020-1") != ticks("2020-2")
