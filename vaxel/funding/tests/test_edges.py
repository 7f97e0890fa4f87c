"""Where a rule of money turns: the last sum that is right and the first that is not, ties, and what a table holds."""

import datetime as dt

import pytest

from vaxel.funding.domain.apportion import apportion, half_up, largest_remainder, nearest
from vaxel.funding.domain.budget import Line, summed
from vaxel.funding.domain.chain import Link, out_of_order
from vaxel.funding.domain.concern import Part, concerns
from vaxel.funding.domain.contract_state import BINDING, OVER, WAITING, ContractState


@pytest.mark.parametrize(
    ("part", "whole", "units"), [(1, 2, 1), (49, 100, 0), (50, 100, 1), (149, 100, 1), (150, 100, 2)]
)
def test_a_half_goes_upwards(part, whole, units):
    assert half_up(part, whole) == units
    assert nearest([part], whole) == [units]


def test_of_equal_remainders_the_larger_key_goes_first_and_then_the_lower_code():
    """Three thirds of a unit, one unit to give."""
    assert largest_remainder([1, 1, 1], 3, 1, [5, 9, 5], ["01", "02", "03"]) == [0, 1, 0]
    assert largest_remainder([1, 1, 1], 3, 1, [5, 5, 5], ["03", "01", "02"]) == [0, 1, 0]


def test_a_larger_remainder_goes_before_a_larger_key():
    assert largest_remainder([1, 2], 3, 1, [9, 5], ["01", "02"]) == [0, 1]


def test_the_sum_is_shared_to_the_last_unit():
    assert apportion(100, {"a": 1, "b": 1, "c": 1}) == {"a": 34, "b": 33, "c": 33}
    assert apportion(0, {"a": 1}) == {"a": 0}
    assert apportion(1, {"a": 1}) == {"a": 1}
    assert apportion(7, {"a": 0, "b": 1}) == {"a": 0, "b": 7}


@pytest.mark.parametrize(
    ("total", "keys"), [(-1, {"a": 1}), (1, {"a": 0}), (0, {"a": 0}), (1, {}), (1, {"a": -1, "b": 2}), (1, {"a": -1})]
)
def test_nothing_is_shared_among_nobody_and_nothing_less_than_nothing(total, keys):
    with pytest.raises(ValueError, match="keys"):
        apportion(total, keys)


def test_as_much_as_there_is_is_not_too_much():
    found = summed([Line("Lön", 60, 100, None), Line("Resor", 40, None, 101)], 100)
    assert (found.planned, found.agreed, found.accounted, found.unplanned) == (100, 100, 101, 0)
    assert found.over == {"accounted": 1}


def test_each_sum_that_is_too_much_is_named():
    assert summed([Line("Lön", 3, 4, 5)], 1).over == {"planned": 2, "agreed": 3, "accounted": 4}


@pytest.mark.parametrize("earlier", [Link.REQUISITION, Link.INTERIM, Link.SPENT])
def test_a_body_accounts_after_it_has_ordered_reported_and_spent(earlier):
    same = dt.date(2026, 3, 31)
    assert out_of_order({earlier: same, Link.BODY_REPORT: same}) == [(earlier, Link.BODY_REPORT)]


def test_whom_a_last_day_concerns():
    table = {
        Link.REQUISITION: {Part.RECEIVER},
        Link.CONTRACTS: {Part.RECEIVER},
        Link.INTERIM: {Part.RECEIVER},
        Link.SPENT: {Part.RECEIVER},
        Link.BODY_REPORT: {Part.RECEIVER, Part.COUNTY},
        Link.COUNTY_REPORT: {Part.COUNTY},
        Link.NATIONAL_REPORT: set(),
        Link.REPAYMENT: {Part.RECEIVER},
    }
    for link in Link:
        for part in (Part.RECEIVER, Part.COUNTY):
            assert concerns(link, {part}) == (part in table[link])
        assert concerns(link, {Part.FOLLOWER})
        assert concerns(link, {Part.FOLLOWER, Part.COUNTY})
        assert not concerns(link, set())


def test_what_a_contract_is_in_each_state():
    C = ContractState
    assert {C.PROPOSED, C.PARTLY_SIGNED} == WAITING
    assert {C.SIGNED, C.IN_FORCE} == BINDING
    assert {C.ENDED, C.REPLACED} == OVER
    assert set(C) - {C.DRAFT} == WAITING | BINDING | OVER
