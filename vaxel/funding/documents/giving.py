"""Granted money as open data in the shape of the 360Giving Data Standard: JSON and csv.

What the standard's users stumble on, and what holds here:
- Money that is granted on is in the file twice. So a grant of which part is granted on has a `regrantType`, and how much
  in `amountRegranted`: the sum of `amountAwarded` less `amountRegranted` counts each krona once.
- An amount changes after it is published. A grant keeps its `id` from version to version of the agreement; `amendments`
  says what it was before. There are no negative grants: what is given back is not a grant.
- A body is told by `id`, which does not change with its name or code.
"""

import csv
import datetime as dt
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vaxel.files.domain.guarding import guard

COMMON_REGRANT, MULTIPURPOSE = "FRG010", "FRG070"  # the standard's codelist: all of it granted on, or part
JSON_TYPE, CSV_TYPE = "application/json", "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Organisation:
    """`code`: SCB's, where it has one."""

    id: str
    name: str
    code: str = ""


@dataclass(frozen=True)
class Programme:
    """A stream of the agreement, with this grant's exact share of it to the nearest öre."""

    code: str
    title: str
    share_ore: int


@dataclass(frozen=True)
class Amendment:
    """What was awarded before, from when."""

    day: dt.date
    amount_ore: int


@dataclass(frozen=True)
class Given:
    """One grant. Raises ValueError where it is negative, or more is granted on than was granted."""

    id: str
    title: str
    description: str
    amount_ore: int
    awarded_on: dt.date
    modified_at: dt.datetime
    recipient: Organisation
    funder: Organisation
    programmes: tuple[Programme, ...] = ()
    granted_on_ore: int = 0
    url: str = ""
    amendments: tuple[Amendment, ...] = ()

    def __post_init__(self):
        if self.amount_ore < 0 or any(one.amount_ore < 0 for one in self.amendments):
            raise ValueError(f"a negative grant: {self.id}")
        if not 0 <= self.granted_on_ore <= self.amount_ore:
            raise ValueError(f"more granted on than granted: {self.id}")

    @property
    def regrant_type(self) -> str:
        if not self.granted_on_ore:
            return ""
        return COMMON_REGRANT if self.granted_on_ore == self.amount_ore else MULTIPURPOSE


def once_ore(grants: Iterable[Given]) -> int:
    """What it comes to with each krona counted once."""
    return sum(one.amount_ore - one.granted_on_ore for one in grants)


def chained(grants: Sequence[Given]) -> list[Given]:
    """Each with what of it is granted on: what its receiver gives in other grants of the list, the first first."""
    gives = Counter[str]()
    for one in grants:
        gives[one.funder.id] += one.amount_ore
    told = []
    for one in grants:
        on = min(one.amount_ore, gives[one.recipient.id])
        gives[one.recipient.id] -= on
        told.append(replace(one, granted_on_ore=on))
    return told


def listed(grants: Iterable[Given]) -> list[Given]:
    """Without those that never came to anything; one that was taken back stays, with what it was."""
    return [one for one in grants if one.amount_ore or one.amendments]


def giving_json(grants: Sequence[Given]) -> bytes:
    return json.dumps({"grants": [_plain(one) for one in listed(grants)]}, ensure_ascii=False, indent=1).encode(
        "utf-8", "replace"
    )


def giving_csv(grants: Sequence[Given]) -> bytes:
    """As the standard's own spreadsheets: commas, UTF-8, a full stop before the decimals. One row a grant."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(COLUMNS[name](one)) for name in COLUMNS] for one in listed(grants))
    return out.getvalue().encode("utf-8", "replace")


def decimal(ore: int) -> str:
    """1234 or 1234.50."""
    whole, rest = divmod(ore, 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


def _number(ore: int) -> int | float:
    """JSON knows no decimals but a float's: written with two, it reads back to the same öre up to 90 thousand billion."""
    return ore // 100 if ore % 100 == 0 else float(decimal(ore))


def _plain(one: Given) -> dict[str, object]:
    found: dict[str, object] = {
        "id": one.id,
        "title": one.title[:140],
        "description": one.description or one.title,
        "currency": "SEK",
        "amountAwarded": _number(one.amount_ore),
        "awardDate": one.awarded_on.isoformat(),
        "recipientOrganization": [_organisation(one.recipient)],
        "fundingOrganization": [_organisation(one.funder)],
        "grantProgramme": [{"code": p.code, "title": p.title, "share": _number(p.share_ore)} for p in one.programmes],
        "fromOpenCall": "No",
        "dateModified": one.modified_at.isoformat(),
    }
    if one.url:
        found["url"] = found["dataSource"] = one.url
    if one.granted_on_ore:
        found |= {"regrantType": one.regrant_type, "amountRegranted": _number(one.granted_on_ore)}
    if one.amendments:
        before = [{"date": a.day.isoformat(), "amountAwarded": _number(a.amount_ore)} for a in one.amendments]
        found["amendments"] = before
    return found


def _organisation(one: Organisation) -> dict[str, str]:
    return {"id": one.id, "name": one.name} | ({"code": one.code} if one.code else {})


def _cell(value: str) -> str:
    return guard(value)


COLUMNS = {
    "Identifier": lambda one: one.id,
    "Title": lambda one: one.title,
    "Description": lambda one: one.description or one.title,
    "Currency": lambda one: "SEK",
    "Amount Awarded": lambda one: decimal(one.amount_ore),
    "Award Date": lambda one: one.awarded_on.isoformat(),
    "Recipient Org:Identifier": lambda one: one.recipient.id,
    "Recipient Org:Name": lambda one: one.recipient.name,
    "Recipient Org:Code": lambda one: one.recipient.code,
    "Funding Org:Identifier": lambda one: one.funder.id,
    "Funding Org:Name": lambda one: one.funder.name,
    "Grant Programme:Code": lambda one: " ".join(programme.code for programme in one.programmes),
    "Regrant Type": lambda one: one.regrant_type,
    "Amount Regranted": lambda one: decimal(one.granted_on_ore) if one.granted_on_ore else "",
    "Amended From": lambda one: " ".join(decimal(before.amount_ore) for before in one.amendments),
    "From An Open Call?": lambda one: "No",
    "Last Modified": lambda one: one.modified_at.isoformat(),
    "Data Source": lambda one: one.url,
}
