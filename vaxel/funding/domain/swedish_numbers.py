"""Numbers that end in a check digit: organisation numbers and bankgiro. Both by the same rule (modulus 10, "Luhn")."""

import re

ORG_NUMBER = 10
BANKGIRO = (7, 8)


def org_digits(text: str) -> str:
    """ "212000-2239" and "16212000-2239" are 2120002239. Empty where the text is no organisation number."""
    digits = _digits(text)
    if len(digits) == ORG_NUMBER + 2 and digits.startswith("16"):  # the century's place, of a legal person
        digits = digits[2:]
    return digits if len(digits) == ORG_NUMBER and ends_rightly(digits) else ""


def bankgiro_digits(text: str) -> str:
    """ "5050-1055" is 50501055. Empty where the text is no bankgiro number."""
    digits = _digits(text)
    return digits if len(digits) in BANKGIRO and ends_rightly(digits) else ""


def ends_rightly(digits: str) -> bool:
    """Every other digit, from the right, doubled; what is over nine adds up its own digits; all together tens."""
    doubled = (sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(reversed(digits)))
    return sum(doubled) % 10 == 0


def _digits(text: str) -> str:
    """Nothing but digits, spaces and hyphens, of the plain ten: an Arabic-Indic seven is a digit to Python too."""
    return re.sub(r"[\s-]", "", text) if re.fullmatch(r"[0-9\s-]+", text) else ""
