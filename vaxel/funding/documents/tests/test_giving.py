"""Granted money as open data: each krona once, ids that stay, nothing negative, no cell that runs."""

import csv
import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.documents.giving import (
    Amendment,
    Given,
    Organisation,
    Programme,
    chained,
    giving_csv,
    giving_json,
    once_ore,
)

STATE, REGION = Organisation("vaxel-1", "Staten"), Organisation("vaxel-20", "Region Dalarna", "20")
FALUN = Organisation("vaxel-2080", "Falu kommun", "2080")
GIVEN = Given(
    id="vaxel-ök-region-20",
    title="Överenskommelse 2017: resurscentrum",
    description="6 miljoner till varje sjukvårdsregion",
    amount_ore=6_000_000_00,
    awarded_on=dt.date(2017, 1, 20),
    modified_at=dt.datetime(2017, 1, 20, 9, tzinfo=dt.UTC),
    recipient=REGION,
    funder=STATE,
    programmes=(Programme("rc", "Regionala resurscentrum", 6_000_000_00),),
)
# What the standard's schema asks of every grant.
REQUIRED = {
    "id",
    "title",
    "description",
    "currency",
    "amountAwarded",
    "awardDate",
    "recipientOrganization",
    "fundingOrganization",
}


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_a_grant_has_what_the_standard_asks():
    [one] = json.loads(giving_json([GIVEN]))["grants"]
    assert one.keys() >= REQUIRED
    assert one["amountAwarded"] == 6_000_000
    assert one["recipientOrganization"] == [{"id": "vaxel-20", "name": "Region Dalarna", "code": "20"}]
    assert "regrantType" not in one


def test_what_is_granted_on_is_counted_once():
    """S0: at least 30 % of a resource centre's money goes on to municipalities."""
    first = replace(GIVEN, granted_on_ore=1_800_000_00)
    on = replace(GIVEN, id="vaxel-avtal-7", amount_ore=1_800_000_00, recipient=FALUN, funder=REGION)
    read = json.loads(giving_json([first, on]))["grants"]
    assert read[0]["regrantType"] == "FRG070"
    assert sum(one["amountAwarded"] for one in read) == 7_800_000  # twice
    assert sum(one["amountAwarded"] - one.get("amountRegranted", 0) for one in read) == 6_000_000
    assert once_ore([first, on]) == 6_000_000_00
    assert replace(GIVEN, granted_on_ore=GIVEN.amount_ore).regrant_type == "FRG010"


@pytest.mark.parametrize(
    "change",
    [
        {"amount_ore": -1},
        {"granted_on_ore": -1},
        {"granted_on_ore": 6_000_000_01},
        {"amendments": (Amendment(dt.date(2017, 1, 1), -1),)},
    ],
)
def test_nothing_is_negative_and_no_more_is_granted_on_than_was_granted(change):
    with pytest.raises(ValueError, match="grant"):
        replace(GIVEN, **change)


def test_a_changed_amount_keeps_its_id_and_says_what_it_was():
    changed = replace(GIVEN, amount_ore=5_500_000_00, amendments=(Amendment(dt.date(2017, 1, 20), 6_000_000_00),))
    [one] = json.loads(giving_json([changed]))["grants"]
    assert one["id"] == GIVEN.id
    assert one["amendments"] == [{"date": "2017-01-20", "amountAwarded": 6_000_000}]
    assert rows(giving_csv([changed]))[0]["Amended From"] == "6000000"


def test_nothing_awarded_is_no_grant():
    assert json.loads(giving_json([replace(GIVEN, amount_ore=0)])) == {"grants": []}
    assert rows(giving_csv([replace(GIVEN, amount_ore=0)])) == []


def test_no_cell_of_the_csv_runs():
    [row] = rows(giving_csv([replace(GIVEN, title='=HYPERLINK("x")', recipient=Organisation("x", "@SUM(A1)"))]))
    assert row["Title"].startswith("'=")
    assert row["Recipient Org:Name"].startswith("'@")


@given(st.lists(st.integers(1, 10**15), min_size=1, max_size=20), st.data())
def test_both_files_read_back_to_the_ore(amounts, data):
    grants = [replace(GIVEN, id=str(place), amount_ore=ore) for place, ore in enumerate(amounts)]
    grants = [replace(one, granted_on_ore=data.draw(st.integers(0, one.amount_ore))) for one in grants]
    read = json.loads(giving_json(grants))["grants"]
    assert [round(one["amountAwarded"] * 100) for one in read] == amounts
    assert [round(one.get("amountRegranted", 0) * 100) for one in read] == [one.granted_on_ore for one in grants]
    assert [int(f"{float(row['Amount Awarded']):.2f}".replace(".", "")) for row in rows(giving_csv(grants))] == amounts


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=3), st.data())
def test_down_a_chain_each_krona_stands_once(amounts, data):
    """State to regions, regions to municipalities, some of it on to a county's pool."""
    orgs = [Organisation(f"o{place}", f"O{place}") for place in range(9)]
    first = [replace(GIVEN, id=f"a{n}", amount_ore=ore, recipient=orgs[n]) for n, ore in enumerate(amounts)]
    second = [
        replace(GIVEN, id=f"b{n}", amount_ore=data.draw(st.integers(0, ore)), funder=orgs[n], recipient=orgs[n + 3])
        for n, ore in enumerate(amounts)
    ]
    third = [
        replace(
            GIVEN,
            id=f"c{n}",
            amount_ore=data.draw(st.integers(0, one.amount_ore)),
            funder=one.recipient,
            recipient=orgs[8],
        )
        for n, one in enumerate(second)
    ]
    assert once_ore(chained([*first, *second, *third])) == sum(amounts)


def test_a_grant_taken_back_stays_with_what_it_was():
    gone = replace(GIVEN, amount_ore=0, amendments=(Amendment(dt.date(2017, 1, 20), 6_000_000_00),))
    [one] = json.loads(giving_json([gone]))["grants"]
    assert one["amountAwarded"] == 0
    assert one["amendments"] == [{"date": "2017-01-20", "amountAwarded": 6_000_000}]
