"""Figures of need: each row's fate, four parts, and who with great need is not reached."""

from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from vaxel.adoption.commands.need import confirm_need, fingerprint, judged, need_from_population, read_need_file
from vaxel.adoption.commands.steps import share
from vaxel.adoption.domain.need import QUARTILES, quartiles
from vaxel.adoption.domain.need_import import Fate, Judged, Row, body_meant, judge, number
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import NeedFigure
from vaxel.adoption.permissions import names_seen
from vaxel.adoption.queries.need import against_need, unreached
from vaxel.adoption.queries.stages import named
from vaxel.adoption.queries.vectors import lay
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Population
from vaxel.ui.refusal import Refusal

ABOUT = {"label": "Unga som söker", "unit": "per 1 000", "year": 2025, "source": "Påhittat", "high_is_need": True}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        ("1\u202f234", "1234"),
        ("−3", "-3"),
        ("0", "0"),
    ],
)
def test_a_number_as_swedes_write_it(written, value):
    assert number(written) == Fraction(value)


@pytest.mark.parametrize("written", ["", "1.234,5", "1,234.5", "många", "12%", "1e9", "٣", "-", ",5", "9" * 40])
def test_what_is_no_number_or_a_doubtful_one(written):
    assert number(written) is None


@given(st.decimals(-(10**9), 10**9, places=3))
def test_any_decimal_is_read_back(value):
    assert number(f"{value:f}".replace(".", ",")) == Fraction(value)


def test_the_largest_figure_is_a_million_million():
    assert number("1 000 000 000 000") == 10**12
    assert number("1 000 000 000 001") is None
    assert number("10 000 000 000 000") is None


def test_a_figure_has_four_decimals_at_most():
    assert number("0,12344") == Fraction("0.1234")


@pytest.mark.parametrize(
    ("code", "body"),
    [("0180", 1), ("180", 1), ("01", 2), ("1", 2), ("20", 3), ("2080", 4), ("580", None), ("S", 5), ("99", None)],
)
def test_a_code_is_taken_as_written_or_with_the_noughts_a_spreadsheet_took(code, body):
    codes = {"0180": 1, "01": 2, "20": 3, "2080": 4, "S": 5, "058": 6}
    assert body_meant(Row(2, code, "Orsa", ""), codes, {"orsa": 9}) == body


@pytest.mark.parametrize(
    ("figure", "fate", "value"),
    [("1,5", Fate.TAKEN, Fraction(3, 2)), ("", Fate.NO_FIGURE, None), ("många", Fate.NOT_A_NUMBER, None)],
)
def test_whose_figure_it_is_is_known_whatever_it_says(figure, fate, value):
    row = Row(2, "2062", "", figure)
    assert judge([row], {"2062": 3}, {}) == [Judged(row, fate, 3, value)]


def test_rows_of_unknown_bodies_are_not_each_others_twins():
    rows = [Row(2, "9998", "", "1"), Row(3, "9999", "", "2"), Row(4, "2062", "", "3")]
    assert [one.fate for one in judge(rows, {"2062": 3}, {})] == [Fate.UNKNOWN, Fate.UNKNOWN, Fate.TAKEN]


def test_each_row_has_its_fate():
    codes, names = {"0180": 1, "2080": 2, "2062": 3}, {"falu kommun": 2, "orsa": 4}
    rows = [
        Row(2, "180", "", "5"),  # the spreadsheet took the nought
        Row(3, "", "Falu kommun", "1,5"),
        Row(4, "2080", "", "2"),
        Row(5, "9999", "Orsa", "3"),  # a code decides over a name
        Row(6, "2062", "", "många"),
        Row(7, "", "ORSA", ""),
    ]
    fates = [one.fate for one in judge(rows, codes, names)]
    assert fates == [Fate.TAKEN, Fate.TWICE, Fate.TWICE, Fate.UNKNOWN, Fate.NOT_A_NUMBER, Fate.NO_FIGURE]


def test_four_equal_parts_the_greatest_need_last():
    assert quartiles({n: Fraction(n) for n in range(8)}) == {0: 1, 1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 4, 7: 4}
    assert quartiles({1: Fraction(9), 2: Fraction(1)}, high_is_need=False)[2] > 2


def test_the_parts_are_shown_from_the_greatest_need_to_the_least():
    parts = quartiles({n: Fraction(n) for n in range(8)}).values()
    assert list(QUARTILES) == sorted(set(parts), reverse=True)


@given(
    st.dictionaries(st.integers(1, 400), st.fractions(0, 20, max_denominator=4), min_size=1, max_size=12), st.booleans()
)
def test_equal_figures_share_a_part_and_more_need_never_lies_lower(need, high):
    found = quartiles(need, high_is_need=high)
    assert found.keys() == need.keys()
    for body, value in need.items():
        for other, its in need.items():
            if value == its:
                assert found[body] == found[other]
            if (value > its) == high and value != its:
                assert found[body] >= found[other]


@given(st.integers(4, 120))
def test_of_different_figures_the_parts_are_equal(number_of):
    found = list(quartiles({n: Fraction(n) for n in range(number_of)}).values())
    sizes = [found.count(part) for part in (1, 2, 3, 4)]
    assert max(sizes) - min(sizes) <= 1


def upload(text):
    return SimpleUploadedFile("behov.csv", text.encode())


def given_figures(world, thing, text):
    draft = read_need_file(thing, upload(text), by=world.secretary, **ABOUT)
    return confirm_need(draft, seen=fingerprint(judged(draft)), by=world.secretary)


FILE = "kod;namn;värde\n2080;;40\n2062;;30\n2034;;20\n1383;;10\n1381;;5\n0980;;35\n20;;38\n13;;8\n"


def test_who_with_great_need_is_not_reached_comes_first(world, thing, registers):
    assert given_figures(world, thing, FILE) == 8
    registers(world.falun)
    share(thing, world.falun, by=world.actor(world.falun))
    found = against_need(lay(thing))
    assert [part.quartile for part in found.parts] == [4, 3, 2, 1]
    assert sum(part.tally.total for part in found.parts) == lay(thing).frame.size, "Gotland once"
    waiting = unreached(found, named(lay(thing), names_seen(world.secretary, thing)))
    assert waiting[0].body_id == world.region_dalarna.pk
    assert world.falun.pk not in {one.body_id for one in waiting}, "it is reached"


def test_who_says_it_is_not_relevant_is_not_unreached(world, thing, registers):
    given_figures(world, thing, FILE)
    registers(world.falun, AdoptionStage.NOT_RELEVANT, text="Vi har ingen sådan verksamhet")
    share(thing, world.falun, by=world.actor(world.falun))
    found = against_need(lay(thing))
    waiting = unreached(found, named(lay(thing), names_seen(world.secretary, thing)))
    assert world.falun.pk not in {one.body_id for one in waiting}


def test_a_county_sees_its_own_alone(world, thing):
    given_figures(world, thing, FILE)
    county = world.actor(world.dalarna, Role.COORDINATOR)
    waiting = unreached(against_need(lay(thing)), named(lay(thing), names_seen(county, thing)))
    dalarna = {world.region_dalarna.pk, world.falun.pk, world.mora.pk, world.orsa.pk}
    assert {one.body_id for one in waiting} == dalarna


def test_without_a_figure_is_told_by_itself(world, thing):
    given_figures(world, thing, "kommun;värde\nFalu kommun;3\nMora kommun;\n")
    found = against_need(lay(thing))
    assert found.parts[-1].quartile == 0
    assert found.parts[-1].tally.total == lay(thing).frame.size - 1


def test_only_the_owner_and_only_what_was_seen(world, thing):
    with pytest.raises(Refusal):
        read_need_file(thing, upload(FILE), by=world.actor(world.falun), **ABOUT)
    draft = read_need_file(thing, upload(FILE), by=world.secretary, **ABOUT)
    with pytest.raises(Refusal, match="Granska"):
        confirm_need(draft, seen="annat", by=world.secretary)
    confirm_need(draft, seen=fingerprint(judged(draft)), by=world.secretary)
    with pytest.raises(Refusal, match="redan"):
        confirm_need(draft, seen=fingerprint(judged(draft)), by=world.secretary)
    assert NeedFigure.objects.count() == 8


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "kod;värde\n", "värde\n5\n"])
def test_a_file_that_is_no_such_table_is_refused(world, thing, text):
    with pytest.raises(Refusal):
        read_need_file(thing, upload(text), by=world.secretary, **ABOUT)


def test_population_is_there_already(world, thing):
    with pytest.raises(Refusal):
        need_from_population(thing, by=world.secretary)
    Population.objects.create(
        body=world.falun, kind=Kind.MUNICIPALITY, reference_date=world.today(), people=59_000, source="S"
    )
    draft = need_from_population(thing, by=world.secretary)
    assert [one.fate for one in judged(draft)] == [Fate.TAKEN]
