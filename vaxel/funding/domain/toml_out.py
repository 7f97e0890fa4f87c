"""Terms and populations written as `vaxel allocate` reads them: anyone recomputes a decided allocation at home."""

import csv
import io
import json
from collections.abc import Iterable, Mapping

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.terms import Allocation, StreamTerms, Terms
from vaxel.funding.domain.written import whole_kronor

COUNTRY_CODE = "00"  # the country may lack one, and the file wants it
COLUMNS = ("area_type", "area_code", "area_name", "reference_date", "population")


def toml_of(terms: Terms) -> str:
    head = [
        f"name = {_text(terms.name)}",
        f"year = {terms.year}",
        "",
        "[payout]",
        f"unit_kr = {terms.unit_ore // 100}",
        f'rounding = "{terms.rounding}"',
        f'level = "{terms.level}"',
    ]
    return "\n".join([*head, *(line for stream in terms.streams for line in _stream(stream)), ""])


def _stream(stream: StreamTerms) -> Iterable[str]:
    yield from ("", "[[stream]]", f"key = {_text(stream.key)}", f"title = {_text(stream.title)}")
    yield f"pot_kr = {_kronor(stream.pot_ore)}"
    yield from (f'receivers = "{stream.receivers}"', f'allocation = "{stream.allocation}"')
    if stream.reference_date:
        yield f"reference_date = {stream.reference_date.isoformat()}"
    if stream.allocation is Allocation.BASE_AND_POPULATION:
        yield f"base_kr = {_kronor(stream.base_ore)}"
    if stream.in_all:
        yield f"in_all = {stream.in_all}"
    if stream.allocation is Allocation.ENTERED:
        yield f"amounts = {_table({code: _kronor(ore) for code, ore in stream.amounts.items()})}"
    if stream.allocation is Allocation.SHARES:
        yield f"shares = {_table({code: str(parts) for code, parts in stream.shares.items()})}"


def _text(words: str) -> str:
    """A JSON string is a TOML basic string, but for DEL."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")


def _kronor(ore: int) -> str:
    return json.dumps(whole_kronor(ore))


def _table(values: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f'"{code}" = {value}' for code, value in sorted(values.items())) + " }"


def csv_of(areas: Iterable[Area]) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for area in areas:
        rows.writerow(
            [area.kind, area.code or COUNTRY_CODE, area.name, area.reference_date.isoformat(), area.population]
        )
    return out.getvalue()
