"""Numbers, money and dates as people write them. A doubtful one is asked about, never guessed."""

import datetime as dt
import re
from fractions import Fraction

from vaxel.rounds.domain.sentence import Sentence, _

DIGITS = 15  # more than any budget in öre, less than what a float-based tool downstream would round
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']+")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(?:[.,]\d{3})+")
_KRONOR = {"": 1, "kr": 1, "kronor": 1, "sek": 1, ":-": 1, "tkr": 1000, "mkr": 10**6, "mnkr": 10**6}
_MONEY = re.compile(r"(.*?\d)\s*([a-z]*|:-)\.?", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": "maj", "oct": "okt"}


class WrittenError(ValueError):
    def __init__(self, message: str, **values: object) -> None:
        self.sentence = Sentence(message, values)
        super().__init__(str(self.sentence))


def number(text: str, unit: str = "", decimals: int = 0) -> Fraction:
    """ "712 500" and "1,5", also with a dot or the unit after.

    "1.500", or "1,500" from one who reads English, may be both 1 500 and 1,5: refused, unless three decimals are asked for.
    """
    bare = text.strip().replace("−", "-").replace("–", "-")
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)]
    bare = _SPACES.sub("", bare)
    if decimals < 3 and _GROUPED.fullmatch(bare):
        raise WrittenError(_("”%(text)s” kan läsas på två sätt. Skriv till exempel 1 500 eller 1,5."), text=text)
    if not _NUMBER.fullmatch(bare) or not bare.isascii():
        raise WrittenError(_("”%(text)s” är inget tal. Skriv med siffror, till exempel 712 500 eller 1,5."), text=text)
    if sum(sign.isdigit() for sign in bare) > DIGITS:
        raise WrittenError(_("Talet har för många siffror. Skriv högst %(digits)s."), digits=DIGITS)
    return Fraction(bare.replace(",", "."))


def ore(text: str) -> int:
    """Kronor as written ("712 500 kr", "1,2 mkr", "99,50") in whole öre."""
    match = _MONEY.fullmatch(text.strip().casefold())
    if not match or match[2] not in _KRONOR:
        raise WrittenError(_("”%(text)s” är inget belopp. Skriv kronor med siffror, till exempel 712 500."), text=text)
    amount = number(match[1]) * _KRONOR[match[2]] * 100
    if amount.denominator != 1:
        raise WrittenError(_("Skriv beloppet i kronor med högst två decimaler, till exempel 712 500 eller 99,50."))
    if len(str(abs(amount.numerator))) > DIGITS:
        raise WrittenError(_("Talet har för många siffror. Skriv högst %(digits)s."), digits=DIGITS - 2)  # two are öre
    return amount.numerator


def date(text: str) -> dt.date:
    """ "2020-01-31", "20200131", "31 januari 2020", "31 January 2020", "31/1 2020", "31.1.2020"; four digits in the year."""
    bare = text.strip().casefold()
    for pattern, order in _DATES:
        if match := pattern.fullmatch(bare):
            year, month, day = (match[name] for name in order)
            return _day(text, int(year), _month(month), int(day))
    raise WrittenError(_("”%(text)s” är inget datum. Skriv år, månad och dag, till exempel 2020-01-31."), text=text)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.index(_ENGLISH.get(word[:3], word[:3])) + 1


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise WrittenError(_("”%(text)s” finns inte i almanackan. Kontrollera månad och dag."), text=text) from None


_ORDER = ("y", "m", "d")
_NAMES = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
_SHORT = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sept?|okt|oct|nov|dec)\.?"
_Y, _M, _D = r"(?P<y>[12][0-9]{3})", r"(?P<m>[0-9]{1,2})", r"(?P<d>[0-9]{1,2})"
_DATES = tuple(
    (re.compile(pattern), _ORDER)
    for pattern in (
        rf"{_Y}-{_M}-{_D}",
        r"(?P<y>[12][0-9]{3})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        rf"(?:den )?{_D}(?::?e)? (?P<m>{_NAMES}|{_SHORT}),? {_Y}",
        rf"{_D}/{_M}[ -]{_Y}",
        rf"{_D}\.{_M}\.{_Y}",
    )
)
