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


def test_differences_are_by_code():
    names = {("region", "20"): "Region Dalarna", ("county", "20"): "Dalarnas län"}
    found = differences({("region", "20"): 100}, {("region", "20"): 150, ("county", "20"): 7}, names)
    assert found == [
        Difference("county", "20", "Dalarnas län", None, 7),
        Difference("region", "20", "Region Dalarna", 100, 150),
    ]
    assert counted(found) == (2, 0, 0)
