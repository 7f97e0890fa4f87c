"""Terms out of an agreement's TOML file: what may be left out, what every word may be, and what else is refused where."""

import datetime as dt

import pytest

from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms, TermsError
from vaxel.funding.domain.toml_terms import read_terms
from vaxel.funding.domain.toml_values import Values

A, R = Allocation, Receivers
BASE = """name = " ÖK 2020 "
year = 2020
[payout]
rounding = "nearest"
[[stream]]
key = "a"
pot_kr = 100
receivers = "municipality"
allocation = "equal"
"""
DAY = dt.date(2019, 11, 1)
STREAM = StreamTerms("a", "a", 100_00, R.MUNICIPALITY, A.EQUAL)


def refusal(text):
    with pytest.raises(TermsError) as no:
        read_terms(text, "f.toml")
    return str(no.value)


def stream(**words):
    """The only stream of BASE, with words put in or exchanged."""
    lines = {"key": '"a"', "pot_kr": "100", "receivers": '"municipality"', "allocation": '"equal"'} | words
    return BASE.partition("key")[0] + "".join(f"{word} = {value}\n" for word, value in lines.items() if value)


def read_stream(**words):
    (one,) = read_terms(stream(**words), "f.toml").streams
    return one


def test_what_may_be_left_out_is_as_published_tables_are():
    assert read_terms(BASE, "f.toml") == Terms("ÖK 2020", 2020, (STREAM,), Rounding.NEAREST, Level.DIRECT, 100)


def test_all_that_may_be_said():
    text = """name = "ÖK"
year = 2020
[payout]
unit_kr = 1_000
rounding = "largest_remainder"
level = "nested"
[[stream]]
key = "a"
title = " Handlingsplaner "
pot_kr = "1000.50"
receivers = "region"
allocation = "base_and_population"
reference_date = 2019-11-01
base_kr = 10
in_all = 21
[[stream]]
key = "b"
pot_kr = 30
receivers = "county"
allocation = "entered"
reference_date = "2018-12-31"
[stream.amounts]
"20" = "10,5"
"21" = 0
[[stream]]
key = "c"
pot_kr = 7
receivers = "healthcare_region"
allocation = "shares"
shares = { "1" = 3, "2" = 0 }
"""
    assert read_terms(text, "f.toml") == Terms(
        "ÖK",
        2020,
        (
            StreamTerms("a", "Handlingsplaner", 1000_50, R.REGION, A.BASE_AND_POPULATION, DAY, 10_00, in_all=21),
            StreamTerms("b", "b", 30_00, R.COUNTY, A.ENTERED, dt.date(2018, 12, 31), amounts={"20": 10_50, "21": 0}),
            StreamTerms("c", "c", 7_00, R.HEALTHCARE_REGION, A.SHARES, shares={"1": 3, "2": 0}),
        ),
        Rounding.LARGEST_REMAINDER,
        Level.NESTED,
        1000_00,
    )


def test_payouts_may_be_told_of_beside_the_name():
    beside = 'unit_kr = 5\nlevel = "nested"\n' + BASE
    found = read_terms(beside, "f.toml")
    assert (found.unit_ore, found.rounding, found.level) == (500, Rounding.NEAREST, Level.NESTED)
    alone = read_terms('rounding = "nearest"\n' + BASE.replace('[payout]\nrounding = "nearest"\n', ""), "f.toml")
    assert (alone.unit_ore, alone.rounding, alone.level) == (100, Rounding.NEAREST, Level.DIRECT)


@pytest.mark.parametrize("year", [1900, 2999])
def test_the_first_and_the_last_year(year):
    assert read_terms(BASE.replace("2020\n", f"{year}\n"), "f.toml").year == year


def test_the_smallest_unit_is_a_krona():
    assert read_terms(BASE.replace("[payout]", "[payout]\nunit_kr = 1"), "f.toml").unit_ore == 100


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("year", "yaer", "rad 2: ordet ”yaer” är okänt (menade du ”year”?); tillåtna är name, year, payout, stream, unit_kr, rounding, level."),
        ("rounding", "runding", "rad 4: ordet ”runding” är okänt (menade du ”rounding”?); tillåtna är unit_kr, rounding, level."),
        ("pot_kr", "zzz", "rad 7: ordet ”zzz” är okänt; tillåtna är key, title, pot_kr, receivers, allocation, reference_date, base_kr, amounts, shares, in_all."),
        ("year = 2020\n", "", "rad 1: year saknas."),
        ('name = " ÖK 2020 "\n', "", "rad 1: name saknas."),
        ('rounding = "nearest"\n', "", "rad 3: rounding saknas."),
        ('key = "a"\n', "", "rad 5: key saknas."),
        ("[payout]", 'level = "direct"\n[payout]\nlevel = "direct"', "rad 5: level står även utanför [payout], ta bort det ena."),
        ("[payout]", "unit_kr = 1\n[payout]\nunit_kr = 1", "rad 5: unit_kr står även utanför [payout], ta bort det ena."),
        ("[payout]", 'rounding = "nearest"\n[payout]', "rad 5: rounding står även utanför [payout], ta bort det ena."),
        ("[payout]", "[payout]\nunit_kr = 0", "rad 4: unit_kr ska vara 1 eller mer."),
        ("[payout]", '[payout]\nlevel = "nest"', "rad 4: level kan inte vara ”nest” (menade du ”nested”?); tillåtna är direct, nested."),
        ('"nearest"', "5", "rad 4: rounding kan inte vara ”5”; tillåtna är nearest, largest_remainder."),
        ('"nearest"', f'"{"n" * 61}"', f"rad 4: rounding kan inte vara ”{'n' * 60}…”; tillåtna är nearest, largest_remainder."),
        ("2020\n", "1899\n", "rad 2: year ska vara ett årtal med fyra siffror."),
        ("2020\n", "3000\n", "rad 2: year ska vara ett årtal med fyra siffror."),
        ("2020\n", '"2020"\n', "rad 2: year ska vara ett heltal, utan citattecken."),
        ("2020\n", "true\n", "rad 2: year ska vara ett heltal, utan citattecken."),
        ("2020\n", "2020.0\n", "rad 2: year ska vara ett heltal, utan citattecken."),
        ("2020\n", "100000000000000001\n", "rad 2: year är ett större tal än som går att räkna med."),
        ("2020\n", "-100000000000000001\n", "rad 2: year är ett större tal än som går att räkna med."),
        ("2020\n", "100000000000000000\n", "rad 2: year ska vara ett årtal med fyra siffror."),
        ('" ÖK 2020 "', "5", "rad 1: name ska vara text på en rad, inom citattecken."),
        ('" ÖK 2020 "', '" "', "rad 1: name ska vara text på en rad, inom citattecken."),
        ('" ÖK 2020 "', r'"a\nb"', "rad 1: name ska vara text på en rad, inom citattecken."),
        ('[payout]\nrounding = "nearest"', "payout = 1", "rad 3: payout ska vara en tabell."),
        ("[[stream]]", "[stream]", "rad 5: varje inriktning ska börja med [[stream]]."),
        (BASE[BASE.index("[[") :], "", "rad 1: stream saknas."),
        (BASE[BASE.index("[payout]") :], "stream = []", "rad 3: varje inriktning ska börja med [[stream]]."),
        (BASE[BASE.index("[payout]") :], "stream = [1]", "rad 3: varje inriktning ska börja med [[stream]]."),
        (BASE[BASE.index("[payout]") :], "stream = [{}, 1]", "rad 3: varje inriktning ska börja med [[stream]]."),
    ],
)  # fmt: skip
def test_what_is_no_agreement(old, new, said):
    assert refusal(BASE.replace(old, new)) == f"f.toml {said}"


def test_two_streams_of_one_name():
    second = BASE[BASE.index("[[") :]
    assert refusal(BASE + second) == ("f.toml rad 11: två inriktningar heter ”a”, ge den ena ett annat namn i key.")
    assert [one.key for one in read_terms(BASE + second.replace('"a"', '"b"'), "f.toml").streams] == ["a", "b"]
    assert refusal(BASE + second.replace('"a"', '"b"').replace("100", '""')).startswith("f.toml rad 12: pot_kr ska")


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("0", 0), ("1", 100), ('"1"', 100), ('"1234.50"', 1234_50), ('"1234,5"', 1234_50), ('"0,05"', 5),
        ('"-0"', 0), ("1000000000000000", 10**17), ('"1000000000000000,00"', 10**17),
    ],
)  # fmt: skip
def test_kronor_are_whole_ore(written, ore):
    assert read_stream(pot_kr=written).pot_ore == ore


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("-1", "pot_kr får inte vara negativ, skriv 0 eller mer."),
        ('"-0.01"', "pot_kr får inte vara negativ, skriv 0 eller mer."),
        ("1000000000000001", "pot_kr är ett större tal än som går att räkna med."),
        ('"1000000000000000.01"', "pot_kr är ett större tal än som går att räkna med."),
        ("1.5", 'pot_kr har decimaler, skriv kronor och öre inom citattecken ("1234.50").'),
        *(
            (one, 'pot_kr ska vara kronor, som ett heltal eller som text med högst två decimaler ("1234.50").')
            for one in ("true", '"x"', '""', '"1.234"', '"1 000"', '"٣"', '"' + "1" * 19 + '"', "2019-11-01", "[]")
        ),
    ],
)
def test_what_are_no_kronor(written, said):
    assert refusal(stream(pot_kr=written)) == f"f.toml rad 7: {said}"


@pytest.mark.parametrize("key", ["population", "base_and_population"])
def test_a_key_by_people_needs_a_day(key):
    assert refusal(stream(allocation=f'"{key}"')) == "f.toml rad 5: reference_date saknas."
    found = read_stream(allocation=f'"{key}"', reference_date="2019-11-01", base_kr="1" if "base" in key else "")
    assert (found.reference_date, found.base_ore) == (DAY, 100 if "base" in key else 0)


@pytest.mark.parametrize(
    "written", ["2019-11-01T00:00:00", "12:00:00", "20191101", '"20191101"', '"2019-02-30"', '"2019-11-1"', "true"]
)
def test_what_is_no_day(written):
    assert refusal(stream(reference_date=written)) == ("f.toml rad 10: reference_date ska vara en dag, som 2019-11-01.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"base_kr": "1"}, "rad 10: base_kr hör inte till fördelning som equal, ta bort raden."),
        ({"amounts": "{}"}, "rad 10: amounts hör inte till fördelning som equal, ta bort raden."),
        ({"shares": "{}"}, "rad 10: shares hör inte till fördelning som equal, ta bort raden."),
        ({"allocation": '"base_and_population"', "reference_date": "2019-11-01"}, "rad 5: base_kr saknas."),
        ({"allocation": '"entered"'}, "rad 5: amounts saknas."),
        ({"allocation": '"shares"'}, "rad 5: shares saknas."),
        ({"allocation": '"entered"', "amounts": "{}"}, "rad 10: amounts är tom, skriv minst en mottagares kod."),
        ({"allocation": '"shares"', "shares": "{}"}, "rad 10: shares är tom, skriv minst en mottagares kod."),
        ({"allocation": '"entered"', "amounts": "5"}, "rad 10: amounts ska vara en tabell."),
        ({"allocation": '"shares"', "shares": "[1]"}, "rad 10: shares ska vara en tabell."),
        ({"allocation": '"shares"', "shares": '{ "20" = -1 }'}, "rad 10: 20 får inte vara negativ, skriv 0 eller mer."),
        ({"allocation": '"shares"', 'shares."21"': "1", 'shares."20"': "-1"}, "rad 11: 20 får inte vara negativ, skriv 0 eller mer."),
        ({"allocation": '"shares"', "shares": '{ "20" = 1.5 }'}, "rad 10: 20 ska vara ett heltal, utan citattecken."),
        ({"allocation": '"entered"', 'amounts."21"': "1", 'amounts."20"': "1.5"}, 'rad 11: 20 har decimaler, skriv kronor och öre inom citattecken ("1234.50").'),
        ({"in_all": "-1"}, "rad 10: in_all får inte vara negativ, skriv 0 eller mer."),
        ({"in_all": '"1"'}, "rad 10: in_all ska vara ett heltal, utan citattecken."),
        ({"title": '""'}, "rad 10: title ska vara text på en rad, inom citattecken."),
        ({"receivers": '"regions"'}, "rad 8: receivers kan inte vara ”regions” (menade du ”region”?); tillåtna är municipality, region, county, healthcare_region."),
        ({"allocation": '"people"'}, "rad 9: allocation kan inte vara ”people”; tillåtna är population, equal, base_and_population, shares, entered."),
    ],
)  # fmt: skip
def test_what_is_no_stream(words, said):
    assert refusal(stream(**words)) == f"f.toml {said}"


def test_tables_in_a_table_know_their_line():
    values = Values({"part": [{}, {"n": 1}]}, "f.toml", {("a", "part"): 2, ("a", "part", 1): 7}, ("a",))
    with pytest.raises(TermsError, match=r"f\.toml rad 7: n ska vara text"):
        values.tables("part")[1].text("n")


def test_a_long_word_is_cut_short():
    assert refusal(f"{'x' * 61} = 1\n{BASE}").startswith(f"f.toml rad 1: ordet ”{'x' * 60}…” är okänt; ")


UNREADABLE = (
    "går inte att läsa som TOML: text ska stå inom citattecken, tal utan mellanslag och ord och värde skilda av =."
)
TWICE = "samma ord står två gånger, ta bort det ena."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ÖK", f"f.toml rad 1 {UNREADABLE}"),
        ("\nyear = 20 20\n", f"f.toml rad 2 {UNREADABLE}"),
        ("\n\nyear =", f"f.toml rad 3 {UNREADABLE}"),
        ('\n\nname = "x', f"f.toml rad 3 {UNREADABLE}"),
        (f"year = {'1' * 5000}", f"f.toml rad 1 {UNREADABLE}"),
        ("year = 1\nyear = 2\nname = 3", f"f.toml rad 2: {TWICE}"),
        ("[payout]\n\n[payout]\n", f"f.toml rad 3: {TWICE}"),
        ("payout = {}\npayout.level = 1\n", f"f.toml rad 2: {TWICE}"),
        ("x = " + "[" * 5000, "f.toml går inte att läsa som TOML: den har för många parenteser i varandra."),
    ],
)
def test_what_is_no_toml(text, said):
    assert refusal(text) == said
