"""For someone who found nothing: the words spelled nearly so."""

import pytest

from vaxel.search.domain.near import near, pieces


def test_the_nearest_spelling_first_and_one_of_each_word():
    assert near("elevhäsla", ["Elevhälsa i Dalarna", "Elevhälsan", "Redovisning"]) == ["Elevhälsa"]
    assert near("skövde", ["skövdz", "Skövdek", "skövdb"]) == ["Skövdek", "skövdb", "skövdz"]
    assert near("dalarna", ["Dalarna"]) == []


@pytest.mark.parametrize(
    ("word", "other", "is_near"),
    [
        ("elev", "elov", True),  # three letters of four
        ("elvor", "elxyr", False),
        ("elev", "ele", True),
        ("ele", "el", False),  # two letters are no word to propose
        ("redovisning", "redovisningens", True),
        ("redovisning", "redovisningarna", False),  # four letters longer
        ("redovisningarna", "redovisning", False),
        ("far", "får", False),  # the word itself, but for its marks
    ],
)
def test_nearly_so(word, other, is_near):
    assert near(word, [other]) == ([other] if is_near else [])


def test_three_are_proposed_if_nobody_asks_for_another_number():
    titles = ["skövdz skövdb", "skövdk skövdx"]
    assert near("skövde", titles) == ["skövdb", "skövdk", "skövdx"]
    assert near("skövde", titles, most=1) == ["skövdb"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Skola".casefold(), [" sk", "kol"]),
        ("elevhälsa", [" el", "lev", "vha", "als"]),
        ("planerad", [" pl", "lan", "ner", "rad"]),
        ("län", [" la"]),
        ("nananana", [" na", "ana"]),
    ],
)
def test_a_title_is_looked_for_by_its_beginning_or_by_threes_in_the_middle(word, found):
    assert pieces(word) == found
