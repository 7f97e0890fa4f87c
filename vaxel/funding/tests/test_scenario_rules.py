"""A scenario is the agreement's own terms with some of them changed."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.scenario import Difference, applied, changes_between, counted, differences
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms

streams = st.builds(
    StreamTerms,
    key=st.just("x"),
    title=st.just("Inriktning"),
    pot_ore=st.integers(0, 10**13),
    receivers=st.just(Receivers.MUNICIPALITY),
    allocation=st.sampled_from(Allocation),
    reference_date=st.one_of(st.none(), st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))),
    base_ore=st.integers(0, 10**9),
)
many = st.integers(1, 4).flatmap(
    lambda number: st.tuples(*[streams.map(lambda s, n=n: _keyed(s, n)) for n in range(number)])
)


def _keyed(stream, number):
    return StreamTerms(**{**stream.__dict__, "key": f"s{number}"})


def terms(of):
    return st.builds(
        Terms, name=st.just("ÖK"), year=st.just(2020), streams=of, rounding=st.sampled_from(Rounding),
        level=st.sampled_from(Level), unit_ore=st.sampled_from([1, 100, 100_000]),
    )  # fmt: skip


@given(st.data())
def test_what_differs_says_all(data):
    before = data.draw(terms(many))
    same = st.tuples(
        *[streams.map(lambda s, key=one.key: StreamTerms(**{**s.__dict__, "key": key})) for one in before.streams]
    )
    after = data.draw(terms(same))
    assert applied(before, changes_between(before, after)) == after


@given(terms(many))
def test_nothing_changed_is_nothing(one):
    assert changes_between(one, one) == {}
    assert applied(one, {}) == one
    assert applied(one, {"streams": {"gone": {"pot_ore": 1}}}) == one


DAY = dt.date(2019, 11, 1)
FULL = StreamTerms(
    "a", "A", 100, Receivers.MUNICIPALITY, Allocation.ENTERED, DAY, 7, amounts={"2080": 100}, shares={"2080": 1}
)


def keeping(allocation):
    (one,) = applied(
        Terms("ÖK", 2020, (FULL,), Rounding.NEAREST), {"streams": {"a": {"allocation": allocation}}}
    ).streams
    return one.allocation, one.amounts, one.shares


def test_amounts_and_shares_are_kept_with_the_key_that_reads_them():
    assert keeping("entered") == (Allocation.ENTERED, {"2080": 100}, {})
    assert keeping("shares") == (Allocation.SHARES, {}, {"2080": 1})
    assert keeping("equal") == (Allocation.EQUAL, {}, {})


def test_what_differs_is_kept_as_a_database_can():
    before = Terms("ÖK", 2020, (FULL,), Rounding.NEAREST)
    stream = StreamTerms("a", "A", 200, Receivers.MUNICIPALITY, Allocation.EQUAL, None, 8)
    after = Terms("ÖK", 2020, (stream,), Rounding.LARGEST_REMAINDER, Level.NESTED, 1000)
    found = changes_between(before, after)
    assert found == {
        "rounding": "largest_remainder",
        "level": "nested",
        "unit_ore": 1000,
        "streams": {"a": {"pot_ore": 200, "base_ore": 8, "allocation": "equal", "reference_date": None}},
    }
    words = [found["rounding"], found["level"], found["streams"]["a"]["allocation"]]
    assert {type(word) for word in words} == {str}
    assert type(found["unit_ore"]) is int
    assert changes_between(after, before)["streams"]["a"]["reference_date"] == "2019-11-01"


def test_a_stream_that_only_one_has_is_no_change():
    one, other = (Terms("ÖK", 2020, streams, Rounding.NEAREST) for streams in ((FULL,), ()))
    assert changes_between(one, other) == changes_between(other, one) == {}


def test_differences_are_by_code():
    names = {("region", "20"): "Region Dalarna", ("county", "20"): "Dalarnas län"}
    found = differences({("region", "20"): 100}, {("region", "20"): 150, ("county", "20"): 7}, names)
    assert found == [
        Difference("county", "20", "Dalarnas län", None, 7),
        Difference("region", "20", "Region Dalarna", 100, 150),
    ]
    assert counted(found) == (2, 0, 0)


def test_who_is_in_either_is_told_and_without_a_name_by_its_code():
    before, after = {("county", "21"): 9, ("county", "20"): 5}, {("county", "20"): 5, ("county", "03"): 1}
    found = differences(before, after, {})
    assert found == [
        Difference("county", "03", "03", None, 1),
        Difference("county", "20", "20", 5, 5),
        Difference("county", "21", "21", 9, None),
    ]
    assert [one.change for one in found] == [1, 0, -9]
    assert counted(found) == (1, 1, 1)


def test_more_less_and_the_same_are_counted():
    changes = [(1, 2), (1, 3), (None, 1), (1, 0), (2, None), (4, 4), (None, 0), (0, 0), (7, 7)]
    assert counted(Difference("county", "20", "x", before, after) for before, after in changes) == (3, 2, 4)
