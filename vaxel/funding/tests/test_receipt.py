"""A receipt is recomputed by anyone, and says so when something in it has been changed."""

import json
from dataclasses import replace

import pytest

from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.receipt import Receipt, canonical, check, receipt
from vaxel.funding.domain.terms import Rounding, Terms
from vaxel.funding.tests.test_golden import COUNTRY, DALARNA, KNOWLEDGE, MORA, ORSA, PLANS, VANSBRO

TERMS = Terms("ÖK 2020", 2020, (PLANS, KNOWLEDGE), Rounding.NEAREST)
AREAS = [COUNTRY, VANSBRO, ORSA, MORA, DALARNA]


@pytest.fixture
def kept():
    return receipt(TERMS, AREAS, allocate(TERMS, AREAS))


def test_it_holds_also_when_it_has_been_away(kept):
    assert check(kept) == []
    assert check(Receipt(**json.loads(json.dumps(vars(kept))))) == []


def test_it_is_the_same_whatever_the_order_and_what_is_not_used(kept):
    again = [MORA, VANSBRO, COUNTRY, ORSA]
    assert receipt(TERMS, again, allocate(TERMS, again)) == kept


def test_a_changed_amount_is_seen(kept):
    outputs = json.loads(json.dumps(kept.outputs))
    outputs["payouts"][0]["payout_kr"] += 1
    assert len(check(replace(kept, outputs=outputs))) == 2


def test_changed_people_are_seen(kept):
    inputs = json.loads(json.dumps(kept.inputs))
    inputs["areas"][1]["population"] += 1
    assert len(check(replace(kept, inputs=inputs))) == 2


@pytest.mark.parametrize("change", [{"inputs": {}}, {"inputs": {"terms": 1, "areas": 2}}, {"version": "0"}])
def test_what_cannot_be_read_does_not_hold(kept, change):
    assert check(replace(kept, **change))


def test_no_floats():
    with pytest.raises(TypeError):
        canonical({"a": [1, 2.0]})
