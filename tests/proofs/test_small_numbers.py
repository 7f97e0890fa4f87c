"""What is held back cannot be reckoned out; and the same attacker gets through a rule that hides only the small."""

import pytest

from proofs.promise import all_met
from proofs.small_numbers import attack, naive, run
from proofs.small_numbers.attacker import recovered


def test_nothing_small_is_recovered():
    found, pairs, held = attack(300)
    assert min(pairs.values()) >= 30
    assert {name: number for name, number in found.items() if number} == {}
    assert all(held.values())


def test_a_rule_that_hides_only_the_small_is_seen_through():
    with naive():
        found, _pairs, _held = attack(300)
    assert {name for name, number in found.items() if number} >= {
        "rounds_counties",
        "open_data_counties",
        "open_data_questions",
    }


def test_the_figures_hold():
    assert all_met(list(run(0.03)))


@pytest.mark.parametrize(
    ("printed", "sums", "told"),
    [
        ({"a": None, "b": 5}, [(7, ["a", "b"])], {"a": 2}),
        ({"a": None, "b": None, "c": 4}, [(7, ["a", "b", "c"])], {}),
        ({"a": None, "b": None}, [(7, ["a", "b"]), (5, ["b"])], {"a": 2, "b": 5}),
        ({"a": None, "b": None, "c": 0}, [(2, ["a", "b", "c"])], {"a": 1, "b": 1}),
    ],
)
def test_the_attacker_subtracts(printed, sums, told):
    assert recovered(printed, sums) == told
