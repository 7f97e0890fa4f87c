"""Who shares a stream, by kind and day, and how a receiver's streams become one row."""

import datetime as dt
from fractions import Fraction

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.register import register, sharing
from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, StreamTerms, Terms, TermsError

DAYS = [dt.date(year, 12, 31) for year in (2015, 2016, 2017, 2018)]
DAY = DAYS[-1]
MORA = Area("municipality", "2062", "Mora", DAY, 20_414)
ORSA = Area("municipality", "2034", "Orsa", DAY, 6_920)
COUNTY = Area("county", "20", "Dalarnas län", DAY, 287_795)
REGION = Area("region", "20", "Region Dalarna", DAY, 1)


def stream(receivers=Receivers.MUNICIPALITY, day=DAY, key="a", pot=100):
    return StreamTerms(key, "A", pot, receivers, Allocation.EQUAL, day)


def on(day, *codes):
    return [Area("municipality", code, f"{code} {day.year}", day, 1) for code in codes]


def refusal(call, *args):
    with pytest.raises(TermsError) as no:
        call(*args)
    return str(no.value)


def test_a_listing_is_in_the_order_of_codes_and_added_up():
    listing = sharing(stream(), register([MORA, ORSA, COUNTY]))
    assert (listing.areas, listing.people, listing.total) == ((ORSA, MORA), (6_920, 20_414), 27_334)
    assert (listing.day, listing.uncounted) == (DAY, None)


def test_the_first_whose_people_are_not_known():
    unknown = Area("municipality", "2021", "Vansbro", DAY, None)
    other = Area("municipality", "2085", "Ludvika", DAY, None)
    listing = sharing(stream(), register([other, MORA, unknown, ORSA]))
    assert (listing.uncounted, listing.people) == (unknown, (0, 6_920, 20_414, 0))


def test_a_region_has_its_countys_row_unless_it_has_its_own():
    assert sharing(stream(Receivers.REGION), register([COUNTY])).areas == (COUNTY,)
    assert sharing(stream(Receivers.REGION), register([COUNTY, REGION])).areas == (REGION,)
    assert sharing(stream(Receivers.COUNTY), register([COUNTY, REGION])).areas == (COUNTY,)


def test_the_countrys_people_on_a_day():
    found = register([Area("country", "00", "Sverige", DAY, 10_230_185), MORA])
    assert (found.country(DAY), found.country(DAYS[0])) == (10_230_185, None)


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ([MORA, MORA], "Mora (2062) har två folkmängder den 2018-12-31: ta bort den ena raden."),
        (
            [Area("country", code, "Sverige", DAY, 1) for code in ("00", "SE")],
            "Sverige (SE) har två folkmängder den 2018-12-31: ta bort den ena raden.",
        ),
        (
            [Area("municipality", "2062", "Mora", DAY, -1)],
            "Mora (2062) har en negativ folkmängd den 2018-12-31: rätta raden.",
        ),
    ],
)
def test_what_nobody_can_tell_which_is_right(areas, said):
    assert refusal(register, areas) == said


def test_nobody_living_there_is_a_number_and_two_kinds_may_have_one_code():
    found = register([Area("municipality", "2062", "Mora", DAY, 0), COUNTY, REGION, *on(DAYS[0], "2062")])
    assert found.by_kind["municipality"][DAY].people == (0,)


def test_without_a_day_the_receivers_are_those_of_all_days_as_they_were_called_last():
    listing = sharing(stream(day=None), register([*on(DAYS[1], "2062", "2034"), *on(DAYS[0], "2034", "2062")]))
    assert [area.name for area in listing.areas] == ["2034 2016", "2062 2016"]


def test_without_a_day_the_receivers_must_be_the_same():
    areas = [*on(DAYS[0], "2062"), *on(DAYS[1], "2034"), *on(DAYS[2], "2034"), *on(DAYS[3], "2034")]
    assert refusal(sharing, stream(day=None), register(areas)) == (
        "Inriktningen ”a” behöver ett referensdatum (reference_date): "
        "mottagarna är inte desamma 2016-12-31, 2017-12-31, 2018-12-31."
    )


def test_nobody_of_the_kind():
    assert refusal(sharing, stream(Receivers.COUNTY), register([MORA])) == (
        "Inriktningen ”a” har ingen mottagare: bland folkmängderna finns ingen av slaget county."
    )


def test_nobody_on_the_day():
    areas = [one for day in DAYS for one in on(day, "2062")]
    assert refusal(sharing, stream(day=dt.date(2019, 11, 1)), register(areas)) == (
        "Inriktningen ”a” har ingen mottagare: folkmängder av slaget municipality finns "
        "2016-12-31, 2017-12-31, 2018-12-31, inte 2019-11-01."
    )


def test_who_is_listed_another_day_is_missed():
    areas = [*on(DAYS[0], "2085", "2034", "2062"), *on(DAY, "2062")]
    assert refusal(sharing, stream(), register(areas)) == (
        "2034 2015 (2034) är upptagen, men inte den 2018-12-31 som inriktningen ”a” utgår från: "
        "lägg till raden eller ändra referensdatumet (reference_date)."
    )


@pytest.mark.parametrize("days", [(DAYS[0], DAYS[1]), (DAYS[1], DAYS[0])])
def test_a_row_is_called_what_its_receiver_was_called_last(days):
    """Two streams at two days: one row for each receiver, both sums in it."""
    streams = tuple(stream(day=day, key=str(day.year), pot=pot) for day, pot in zip(days, (100, 50), strict=True))
    areas = [*on(DAYS[0], "2034", "2062", "2085"), *on(DAYS[1], "2034", "2062", "2085")]
    found = allocate(Terms("ÖK", 2020, streams, Rounding.NEAREST, unit_ore=1), areas).payouts
    assert [(one.name, one.exact, one.payout_ore) for one in found] == [
        (f"{code} 2016", Fraction(50), 50) for code in ("2034", "2062", "2085")
    ]


def test_rows_stand_by_kind_in_the_order_of_the_words_and_then_by_code():
    streams = (stream(Receivers.COUNTY, key="l"), stream(Receivers.REGION, key="r"), stream(key="k"))
    found = allocate(Terms("ÖK", 2020, streams, Rounding.NEAREST), [COUNTY, REGION, MORA, ORSA]).payouts
    assert [(one.kind, one.code) for one in found] == [
        ("municipality", "2034"), ("municipality", "2062"), ("region", "20"), ("county", "20"),
    ]  # fmt: skip
