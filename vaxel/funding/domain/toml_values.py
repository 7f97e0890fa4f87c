"""Values of a TOML table, each of the type it must be; what is not is refused with file, line and word."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from vaxel.funding.domain.checking import LARGEST_ORE
from vaxel.funding.domain.terms import TermsError
from vaxel.funding.domain.toml_lines import Path, line_of
from vaxel.funding.domain.wording import alike, short
from vaxel.rounds.domain.sentence import _

KRONOR = re.compile(r"(-?)(\d{1,18})(?:[.,](\d{1,2}))?", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Values:
    """`at` is where the table stands, for the line."""

    found: Mapping[str, Any]
    file: str
    lines: Mapping[Path, int]
    at: Path = ()

    def refuse(self, text: str, word: str = "", **values: object) -> NoReturn:
        line = line_of((*self.at, word), self.lines)
        raise TermsError(text, file=self.file, line=line, word=short(word), **values)

    def only(self, *allowed: str) -> None:
        for word in self.found:
            if word not in allowed:
                self.refuse(
                    _("%(file)s rad %(line)s: ordet ”%(word)s” är okänt%(hint)s; tillåtna är %(allowed)s."),
                    word,
                    hint=alike(word, allowed),
                    allowed=", ".join(allowed),
                )

    def not_with(self, word: str, allocation: StrEnum) -> None:
        if word in self.found:
            self.refuse(
                _("%(file)s rad %(line)s: %(word)s hör inte till fördelning som %(key)s, ta bort raden."),
                word,
                key=allocation,
            )

    def table(self, word: str) -> "Values":
        found = self._any(word)
        if not isinstance(found, dict):
            self.refuse(_("%(file)s rad %(line)s: %(word)s ska vara en tabell."), word)
        return Values(found, self.file, self.lines, (*self.at, word))

    def tables(self, word: str) -> list["Values"]:
        found = self._any(word)
        if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
            self.refuse(_("%(file)s rad %(line)s: varje inriktning ska börja med [[%(word)s]]."), word)
        return [Values(one, self.file, self.lines, (*self.at, word, number)) for number, one in enumerate(found)]

    def text(self, word: str, default: str | None = None) -> str:
        found = self._any(word, default)
        if not isinstance(found, str) or not found.strip() or not found.isprintable():
            self.refuse(_("%(file)s rad %(line)s: %(word)s ska vara text på en rad, inom citattecken."), word)
        return found.strip()

    def whole(self, word: str, default: int | None = None) -> int:
        found = self._any(word, default)
        if not isinstance(found, int) or isinstance(found, bool):
            self.refuse(_("%(file)s rad %(line)s: %(word)s ska vara ett heltal, utan citattecken."), word)
        if abs(found) > LARGEST_ORE:
            self.refuse(_("%(file)s rad %(line)s: %(word)s är ett större tal än som går att räkna med."), word)
        return found

    def word(self, word: str, words: type[Word], default: Word | None = None) -> Word:
        found = self._any(word, default)
        allowed = [str(one) for one in words]
        if found not in allowed:
            said = found if isinstance(found, str) else ""
            self.refuse(
                _("%(file)s rad %(line)s: %(word)s kan inte vara ”%(said)s”%(hint)s; tillåtna är %(allowed)s."),
                word,
                said=short(found),
                hint=alike(said, allowed),
                allowed=", ".join(allowed),
            )
        return words(found)

    def date(self, word: str) -> dt.date:
        found = self._any(word)
        if isinstance(found, str) and DAY.fullmatch(found):
            try:
                return dt.date.fromisoformat(found)
            except ValueError:
                pass  # 2019-02-30
        if not isinstance(found, dt.date) or isinstance(found, dt.datetime):
            self.refuse(_("%(file)s rad %(line)s: %(word)s ska vara en dag, som 2019-11-01."), word)
        return found

    def kronor(self, word: str) -> int:
        """Öre, from whole kronor or a text with two decimals at most: a float would round before we see it."""
        found = self._any(word)
        if isinstance(found, float):
            self.refuse(
                _('%(file)s rad %(line)s: %(word)s har decimaler, skriv kronor och öre inom citattecken ("1234.50").'),
                word,
            )
        if isinstance(found, int) and not isinstance(found, bool):
            return self._sized(word, found * 100)
        written = KRONOR.fullmatch(found) if isinstance(found, str) else None
        if written is None:
            self.refuse(
                _(
                    "%(file)s rad %(line)s: %(word)s ska vara kronor, som ett heltal eller som text med högst två "
                    'decimaler ("1234.50").'
                ),
                word,
            )
        ore = int(written[2]) * 100 + int((written[3] or "0").ljust(2, "0"))
        return self._sized(word, -ore if written[1] else ore)

    def _sized(self, word: str, ore: int) -> int:
        if ore < 0:
            self.refuse(_("%(file)s rad %(line)s: %(word)s får inte vara negativ, skriv 0 eller mer."), word)
        if ore > LARGEST_ORE:
            self.refuse(_("%(file)s rad %(line)s: %(word)s är ett större tal än som går att räkna med."), word)
        return ore

    def _any(self, word: str, default: object = None) -> Any:
        found = self.found.get(word, default)
        if found is None:
            self.refuse(_("%(file)s rad %(line)s: %(word)s saknas."), word)
        return found
