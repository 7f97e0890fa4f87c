"""Tables out as csv and json, where nothing a person wrote can run."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.files.domain.guarding import guard

Value = str | int | float | bool | Decimal | dt.date | None


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Semicolons and a byte mark, as Excel in Swedish wants it; decimal comma."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([guard(name) for name in header])
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def json_bytes(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A list of objects, one a row; dates as ISO, decimals as strings."""
    records = [dict(zip(header, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=1, default=_json_value).encode("utf-8", "replace")


def _csv_cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, dt.datetime):
        return f"{wall_clock(value):%Y-%m-%d %H:%M}"
    return guard(value) if isinstance(value, str) else str(value)


def wall_clock(value: dt.datetime) -> dt.datetime:
    """Swedish time without a zone: spreadsheets know none."""
    return value.astimezone(SWEDEN).replace(tzinfo=None) if value.tzinfo else value


def _json_value(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
