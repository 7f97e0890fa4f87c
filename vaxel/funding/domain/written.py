"""An allocation and its terms as plain data (words and whole numbers): what `vaxel allocate` says and a receipt binds."""

import datetime as dt
from collections.abc import Iterable
from typing import Any  # JSON's own types

from vaxel.funding.domain.allocation import Allocated, AllocatedStream
from vaxel.funding.domain.apportion import half_up
from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.lines import NamedLine
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, StreamTerms, Terms

Plain = dict[str, Any]


def whole_kronor(ore: int) -> int | str:
    """A number where it is whole; else "12.50", which no reader rounds on the way."""
    if ore % 100 == 0:
        return ore // 100
    whole, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}.{rest:02}"


def outputs_of(out: Allocated) -> Plain:
    """The contract of `vaxel allocate --format json`, without the receipt."""
    written: Plain = {
        "streams": [_stream(stream) for stream in out.streams],
        "payouts": [
            {
                "kind": str(one.kind),
                "code": one.code,
                "name": one.name,
                "share_ore": one.share_ore,
                "payout_kr": whole_kronor(one.payout_ore),
            }
            for one in out.payouts
        ],
        "sum_payout_kr": whole_kronor(out.sum_payout_ore),
        "difference_ore": out.difference_ore,
        "lines": [_line(line) for line in out.lines],
    }
    if out.counties:
        written["counties"] = [
            {"code": c.code, "share_ore": half_up(c.part, c.whole), "payout_kr": whole_kronor(c.payout_ore)}
            for c in out.counties
        ]
    return written


def _stream(stream: AllocatedStream) -> Plain:
    return {
        "key": stream.key,
        "title": stream.title,
        "receivers": str(stream.receivers),
        "pot_ore": stream.pot_ore,
        "denominator": stream.denominator,
        "denominator_source": str(stream.denominator_source),
        "shares": [
            {"code": one.code, "name": one.name, "population": one.population, "share_ore": one.share_ore}
            for one in stream.shares
        ],
        "sum_share_ore": stream.sum_share_ore,
        "difference_ore": stream.difference_ore,
        "lines": [_line(line) for line in stream.lines],
    }


def _line(line: NamedLine) -> Plain:
    return {"line": str(line.line), "amount_ore": line.amount_ore, "people": line.people}


def terms_written(terms: Terms) -> Plain:
    return {
        "name": terms.name,
        "year": terms.year,
        "rounding": str(terms.rounding),
        "level": str(terms.level),
        "unit_ore": terms.unit_ore,
        "streams": [
            {
                "key": one.key,
                "title": one.title,
                "pot_ore": one.pot_ore,
                "receivers": str(one.receivers),
                "allocation": str(one.allocation),
                "reference_date": one.reference_date and one.reference_date.isoformat(),
                "base_ore": one.base_ore,
                "amounts": dict(one.amounts),
                "shares": dict(one.shares),
                "in_all": one.in_all,
            }
            for one in terms.streams
        ],
    }


def terms_read(written: Plain) -> Terms:
    """What `terms_written` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    streams = tuple(_terms_of_stream(one) for one in written["streams"])
    return Terms(
        written["name"],
        written["year"],
        streams,
        Rounding(written["rounding"]),
        Level(written["level"]),
        written["unit_ore"],
    )


def _terms_of_stream(one: Plain) -> StreamTerms:
    day = one["reference_date"]
    return StreamTerms(
        one["key"],
        one["title"],
        one["pot_ore"],
        Receivers(one["receivers"]),
        Allocation(one["allocation"]),
        dt.date.fromisoformat(day) if day else None,
        one["base_ore"],
        one["amounts"],
        one["shares"],
        one["in_all"],
    )


def areas_written(areas: Iterable[Area]) -> list[Plain]:
    return [
        {
            "kind": str(area.kind),
            "code": area.code,
            "name": area.name,
            "reference_date": area.reference_date.isoformat(),
            "population": area.population,
            "parent": area.parent,
        }
        for area in areas
    ]


def areas_read(written: Iterable[Plain]) -> list[Area]:
    return [Area(**{**one, "reference_date": dt.date.fromisoformat(one["reference_date"])}) for one in written]
