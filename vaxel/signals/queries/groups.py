"""Whom a signal may concern: dated reference data in `reference/target_groups.csv`, a row a group, never code."""

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from vaxel.calendar import FOREVER

FILE = Path(__file__).parents[1] / "reference" / "target_groups.csv"


@dataclass(frozen=True)
class TargetGroup:
    key: str
    names: dict
    valid_from: dt.date
    valid_to: dt.date

    @property
    def name(self) -> str:
        """In the reader's language, Swedish where there is no other."""
        return self.names.get((get_language() or "sv")[:2]) or self.names["sv"]


@cache
def all_groups() -> dict[str, TargetGroup]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: _group(row) for row in csv.DictReader(file, delimiter=";")}


def _group(row):
    names = {language: row[f"name_{language}"] for language in ("sv", "en")}
    return TargetGroup(
        row["key"], names, _day(row["valid_from"]), _day(row["valid_to"]) if row["valid_to"] else FOREVER
    )


def _day(text):
    return dt.date.fromisoformat(text)


def groups_at(day) -> list[TargetGroup]:
    return [group for group in all_groups().values() if group.valid_from <= day < group.valid_to]


def group_name(key) -> str:
    """Also of a group that is no longer chosen from; empty for none."""
    return all_groups()[key].name if key in all_groups() else ""
