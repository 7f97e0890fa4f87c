"""Populations out of a CSV file: area_type, area_code, area_name, reference_date, population; more columns do no harm."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from typing import NoReturn

from vaxel.files.domain.sheets import delimiter_of
from vaxel.funding.domain.areas import COUNTRY, Area
from vaxel.funding.domain.terms import Receivers, TermsError
from vaxel.funding.domain.wording import alike, short
from vaxel.rounds.domain.sentence import _

COLUMNS = ("area_type", "area_code", "area_name", "reference_date", "population")
KINDS = (COUNTRY, *Receivers)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PEOPLE = re.compile(r"\d{1,12}", re.ASCII)


def text_of(content: bytes, file: str) -> str:
    """UTF-8, with or without its mark. Raises TermsError."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TermsError(
            _("%(file)s rad %(line)s är inte skriven i UTF-8: spara om filen som UTF-8."),
            file=file,
            line=content.count(b"\n", 0, error.start) + 1,
        ) from None


def read_population(text: str, file: str) -> list[Area]:
    """Raises TermsError with the line of the first fault."""
    lines = [(number, cells) for number, cells in _lines(text, file) if any(cells)]
    if not lines:
        raise TermsError(_("%(file)s är tom: första raden ska vara %(columns)s."), file=file, columns=",".join(COLUMNS))
    places = _places(lines[0][1], file, lines[0][0])
    first: dict[tuple[str, str, dt.date], int] = {}
    areas = []
    for number, cells in lines[1:]:
        area = _Line(file, number, cells, places, len(lines[0][1])).area()
        place = (area.kind, "" if area.kind == COUNTRY else area.code, area.reference_date)
        if place in first:
            raise TermsError(
                _(
                    "%(file)s rad %(line)s: %(name)s (%(code)s) har redan en rad för %(day)s (rad %(first)s), "
                    "ta bort den ena."
                ),
                file=file, line=number, name=area.name, code=area.code, day=area.reference_date, first=first[place],
            )  # fmt: skip
        first[place] = number
        areas.append(area)
    return areas


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, [" ".join(cell.split()) for cell in cells]
            start = reader.line_num + 1
    except csv.Error:
        raise TermsError(
            _("%(file)s rad %(line)s går inte att läsa: kontrollera citattecken och skiljetecken."),
            file=file,
            line=start,
        ) from None


def _places(header: Sequence[str], file: str, line: int) -> dict[str, int]:
    for column in COLUMNS:
        if header.count(column) != 1:
            text = (
                _("%(file)s rad %(line)s: kolumnen %(column)s står två gånger, ta bort den ena.")
                if column in header
                else _("%(file)s rad %(line)s: kolumnen %(column)s saknas%(hint)s; rubrikraden ska ha %(columns)s.")
            )
            spare = [name for name in header if name not in COLUMNS]
            raise TermsError(
                text, file=file, line=line, column=column, columns=", ".join(COLUMNS), hint=alike_in(spare, column)
            )
    return {column: header.index(column) for column in COLUMNS}


def alike_in(names: Sequence[str], column: str) -> str:
    """Which name of the file was likely meant as the column."""
    near = alike(column, names)
    return near.replace("menade du", "står där som") if near else ""


class _Line:
    def __init__(self, file: str, number: int, cells: Sequence[str], places: dict[str, int], width: int) -> None:
        self.file, self.number = file, number
        if any(cells[width:]):
            self._refuse(_("%(file)s rad %(line)s har fler fält än rubrikraden: kontrollera skiljetecken på raden."))
        self.cells = {column: cells[at] if at < len(cells) else "" for column, at in places.items()}

    def area(self) -> Area:
        kind = self.cells["area_type"]
        if kind not in KINDS:
            self._refuse(
                _("%(file)s rad %(line)s: area_type kan inte vara ”%(said)s”%(hint)s; tillåtna är %(allowed)s."),
                said=short(kind), hint=alike(kind, KINDS), allowed=", ".join(KINDS),
            )  # fmt: skip
        code = self.cells["area_code"]
        if not code:
            self._refuse(_("%(file)s rad %(line)s: area_code saknas."))
        return Area(kind, code, self.cells["area_name"] or code, self._day(), self._people())

    def _day(self) -> dt.date:
        said = self.cells["reference_date"]
        try:
            return dt.date.fromisoformat(said if DAY.fullmatch(said) else "")
        except ValueError:
            self._refuse(
                _("%(file)s rad %(line)s: reference_date ska vara en dag, som 2019-11-01, inte ”%(said)s”."),
                said=short(said),
            )

    def _people(self) -> int:
        said = self.cells["population"]
        if not PEOPLE.fullmatch(said):
            self._refuse(
                _("%(file)s rad %(line)s: population ska vara ett heltal utan mellanslag och tecken, inte ”%(said)s”."),
                said=short(said),
            )
        return int(said)

    def _refuse(self, text: str, **values: object) -> NoReturn:
        raise TermsError(text, file=self.file, line=self.number, **values)
