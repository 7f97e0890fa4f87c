import pytest

from vaxel.funding.domain.swedish_numbers import bankgiro_digits, ends_rightly, org_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("212000-2239", "2120002239"), ("2120002239", "2120002239"), (" 212 000 - 2239 ", "2120002239"),
        ("16212000-2239", "2120002239"), ("16 212000 2239", "2120002239"),
        ("212000-2238", ""), ("18212000-2239", ""), ("162120002238", ""), ("1162120002239", ""), ("212000-223", ""),
        ("16212000-22390", ""), ("212000-2239x", ""), ("SE212000-2239", ""), ("٢120002239", ""), ("", ""), (" - ", ""),
        ("165565-5567", ""), ("160000-0002", "1600000002"),
    ],
)  # fmt: skip
def test_an_organisation_number_has_ten_digits_that_end_rightly(text, digits):
    assert org_digits(text) == digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("5050-1055", "50501055"), ("50501055", "50501055"), ("991-2346", "9912346"), ("991 2346", "9912346"),
        ("5050-1056", ""), ("991-2347", ""), ("99-1234", ""), ("000000", ""), ("000000000", ""), ("5050-1055x", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_bankgiro_has_seven_or_eight_digits_that_end_rightly(text, digits):
    assert bankgiro_digits(text) == digits


@pytest.mark.parametrize("digit", range(10))
def test_one_digit_of_ten_is_the_check(digit):
    """Luhn's own: 7992739871 ends with 3."""
    assert ends_rightly(f"7992739871{digit}") == (digit == 3)
