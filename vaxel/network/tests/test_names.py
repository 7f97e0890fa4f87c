import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.network.domain.names import fold, searchable, swedish_key


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Åre", "are"),
        ("ÅRE", "are"),
        ("Malung-Sälen", "malung salen"),
        (" 2321 ", "2321"),
        ("Malmöhus  läns", "malmohus lans"),
        ("Ærø", "aro"),
        ("Đuro Łódź", "duro lodz"),
        ("Þórður Guðrún", "thordur gudrun"),
    ],
)
def test_folding(typed, folded):
    assert fold(typed) == folded


def test_composed_and_decomposed_letters_are_the_same():
    assert fold("A\u030are") == fold("Åre") == "are"


def test_every_name_stands_between_bars():
    assert searchable("2321", "Åre kommun", "Åre", "") == "|2321|are kommun|are|"
    assert searchable("", "-") == ""


def test_swedish_order():
    ordered = ["Ale", "idé", "Idre", "Munkfors", "Müller", "Mörby", "Upplands-Bro", "Upplands Väsby", "Zorn", "Åre"]
    assert sorted([*ordered, "Ängelholm", "Örebro"], key=swedish_key) == [*ordered, "Ängelholm", "Örebro"]
    assert sorted(["ö", "ä", "å", "z"], key=swedish_key) == ["z", "å", "ä", "ö"]


@pytest.mark.parametrize(
    ("name", "like"),
    [("Æ", "ä"), ("Ø", "ö"), ("É", "e"), ("Ü", "y"), ("Þ", "th"), ("Upplands-Bro", "upplands bro"), (" Åre", "åre")],
)
def test_what_sorts_as_if_it_were_the_same(name, like):
    assert swedish_key(name)[0] == swedish_key(like)[0]


def test_a_name_of_two_words_goes_before_one_that_goes_on():
    assert sorted(["Upplandsbro", "Upplands-Väsby", "Upplands"], key=swedish_key) == [
        "Upplands",
        "Upplands-Väsby",
        "Upplandsbro",
    ]


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
