"""A receipt is recomputed by anyone, and says so when something in it has been changed."""

import datetime as dt
import hashlib
import json
from dataclasses import replace

import pytest

from vaxel.funding.domain.allocation import VERSION, allocate
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.receipt import Receipt, canonical, check, digest, receipt
from vaxel.funding.domain.terms import Allocation, Receivers, Rounding, StreamTerms, Terms
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


@pytest.mark.parametrize("value", [2.0, [1, 2.0], {"b": {"c": (1, 2.0)}}, {"b": [{"c": 2.0}]}])
def test_no_floats(value):
    with pytest.raises(TypeError):
        canonical({"a": value})


def test_canonical_is_one_text_whoever_writes_it():
    assert canonical({"ö": [1, "å", None], "a": {"c": 2, "b": True}}) == '{"a":{"b":true,"c":2},"ö":[1,"å",null]}'


def test_the_digest_is_sha_256_of_version_inputs_and_outputs():
    text = '{"inputs":{"b":2,"ö":1},"outputs":{"kr":3},"version":"1"}'
    assert digest("1", {"ö": 1, "b": 2}, {"kr": 3}) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_areas_stand_by_kind_code_and_day():
    days = [dt.date(2019, 11, 1), dt.date(2018, 11, 1)]
    areas = [
        Area(kind, code, code, day, 10)
        for kind in ("region", "county")
        for day in days
        for code in ("21", "20")
    ]  # fmt: skip
    streams = tuple(
        StreamTerms(f"{kind}{day.year}", "x", 100, kind, Allocation.EQUAL, day)
        for kind in (Receivers.REGION, Receivers.COUNTY)
        for day in days
    )
    terms = Terms("ÖK", 2020, streams, Rounding.NEAREST)
    kept = receipt(terms, areas, allocate(terms, areas))
    assert [(one["kind"], one["code"], one["reference_date"]) for one in kept.inputs["areas"]] == [
        (kind, code, day) for kind in ("county", "region") for code in ("20", "21") for day in ("2018-11-01", "2019-11-01")
    ]  # fmt: skip


def said(kept):
    return [str(sentence) for sentence in check(kept)]


def test_a_receipt_of_other_rules_is_not_judged(kept):
    assert said(replace(kept, version="0")) == [
        f"Kvittot är räknat med version 0 av reglerna; den här räknar med {VERSION}."
    ]


CHANGED = "Kontrollsumman stämmer inte: underlaget eller beloppen är ändrade efteråt."


def test_each_fault_has_its_sentence(kept):
    assert said(replace(kept, sha256="0" * 64)) == [CHANGED]
    other = replace(kept, outputs=kept.outputs | {"difference_ore": -1})
    assert said(other) == [CHANGED, "Beloppen är andra än de som underlaget ger."]
    bound = replace(other, sha256=digest(other.version, other.inputs, other.outputs))
    assert said(bound) == ["Beloppen är andra än de som underlaget ger."]
    nobody = replace(kept, inputs=kept.inputs | {"areas": []})
    assert said(nobody)[0] == CHANGED
    assert "har ingen mottagare" in said(nobody)[1]


def test_what_the_underlag_cannot_be_is_told_and_does_not_fall(kept):
    unreadable = "Kvittots underlag går inte att läsa."
    terms, areas = kept.inputs["terms"], kept.inputs["areas"]
    for inputs in (
        {"terms": terms},
        {"terms": terms | {"rounding": "upwards"}, "areas": areas},
        {"terms": terms, "areas": [areas[0] | {"reference_date": "2019-13-01"}]},
        {"terms": terms, "areas": [areas[0] | {"reference_date": 2019}]},
        {"terms": terms | {"streams": [terms["streams"][0] | {"amounts": 5, "allocation": "entered"}]}, "areas": areas},
    ):
        assert said(replace(kept, inputs=inputs)) == [CHANGED, unreadable], inputs
    assert said(replace(kept, outputs={"payout_kr": 1.5})) == [unreadable]
