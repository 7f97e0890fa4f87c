"""Each link of the chain is strictly later than the one before it."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.chain import AFTER, Link, out_of_order

# S0 app. 4 and S3 2, as the documents have them.
RESOURCE_CENTRES_2017 = {
    Link.REQUISITION: dt.date(2017, 9, 30),
    Link.CONTRACTS: dt.date(2017, 10, 31),
    Link.INTERIM: dt.date(2017, 10, 31),
    Link.SPENT: dt.date(2017, 12, 31),
    Link.BODY_REPORT: dt.date(2018, 1, 31),
}
DALARNA_2020 = {
    Link.REQUISITION: dt.date(2020, 12, 1),
    Link.SPENT: dt.date(2020, 12, 31),
    Link.BODY_REPORT: dt.date(2021, 1, 31),
    Link.COUNTY_REPORT: dt.date(2021, 2, 28),
    Link.NATIONAL_REPORT: dt.date(2021, 3, 31),
    Link.REPAYMENT: dt.date(2021, 3, 31),
}


def test_the_documents_chains_hold():
    assert out_of_order(RESOURCE_CENTRES_2017) == []
    assert out_of_order(DALARNA_2020) == []


def test_a_county_is_given_time_to_compile():
    same = {**DALARNA_2020, Link.COUNTY_REPORT: dt.date(2021, 1, 31)}
    assert out_of_order(same) == [(Link.BODY_REPORT, Link.COUNTY_REPORT)]


@given(st.lists(st.dates(), min_size=len(Link), max_size=len(Link), unique=True))
def test_days_given_in_the_chains_own_order_are_never_refused(days):
    order = [link for link in Link if link != Link.CONTRACTS]
    assert out_of_order(dict(zip(order, sorted(days), strict=False))) == []


def test_every_link_says_what_it_follows():
    assert set(AFTER) == set(Link)
    assert all(list(Link).index(before) < list(Link).index(link) for link in Link for before in AFTER[link])
