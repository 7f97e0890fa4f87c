"""A receipt as it was once given, word for word: who kept it may have it reckoned again as long as it says version 1."""

from vaxel.funding.domain.receipt import Receipt, check

TERMS = {
    "name": "ÖK 2020",
    "year": 2020,
    "rounding": "largest_remainder",
    "level": "direct",
    "unit_ore": 100,
    "streams": [
        {
            "key": "plan",
            "title": "Handlingsplaner",
            "pot_ore": 1000_01,
            "receivers": "municipality",
            "allocation": "population",
            "reference_date": "2019-11-01",
            "base_ore": 0,
            "amounts": {},
            "shares": {},
            "in_all": 0,
        }
    ],
}
DATED = {"kind": "municipality", "reference_date": "2019-11-01", "parent": ""}
ORSA = {"code": "2034", "name": "Orsa"}
MORA = {"code": "2062", "name": "Mora"}
OUTPUTS = {
    "streams": [
        {
            "key": "plan",
            "title": "Handlingsplaner",
            "receivers": "municipality",
            "pot_ore": 1000_01,
            "denominator": 27_334,
            "denominator_source": "sum_of_receivers",
            "shares": [
                {**ORSA, "population": 6_920, "share_ore": 253_17},
                {**MORA, "population": 20_414, "share_ore": 746_84},
            ],
            "sum_share_ore": 1000_01,
            "difference_ore": 0,
            "lines": [],
        }
    ],
    "payouts": [
        {"kind": "municipality", **ORSA, "share_ore": 253_17, "payout_kr": 253},
        {"kind": "municipality", **MORA, "share_ore": 746_84, "payout_kr": 747},
    ],
    "sum_payout_kr": 1000,
    "difference_ore": 1,
    "lines": [{"line": "residual", "amount_ore": 1, "people": 0}],
}
GIVEN = Receipt(
    version="1",
    inputs={
        "terms": TERMS,
        "areas": [{**DATED, **ORSA, "population": 6_920}, {**DATED, **MORA, "population": 20_414}],
    },
    outputs=OUTPUTS,
    sha256="0b4722a98f9d19ff2c03299c06d834bd2dd0d98bcf02c058003691ef9b9a9b60",
)


def test_a_receipt_that_was_given_holds_to_the_letter():
    assert check(GIVEN) == []
