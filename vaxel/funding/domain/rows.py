"""A receiver's streams added exactly: one row of the table, over one denominator for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm

from vaxel.funding.domain.areas import Area
from vaxel.funding.domain.keys import Keyed
from vaxel.funding.domain.terms import Receivers, StreamTerms


@dataclass(slots=True)
class Row:
    """part/whole öre in all. The name is that of the latest reference date."""

    receivers: Receivers
    area: Area
    part: int
    whole: int


def summed(streams: Sequence[StreamTerms], keys: Sequence[Keyed]) -> list[Row]:
    """By kind of receiver, in the order of the words, and code."""
    whole = lcm(*(key.whole for key in keys))
    rows: dict[tuple[Receivers, str], Row] = {}
    for stream, key in zip(streams, keys, strict=True):
        times, kind = whole // key.whole, stream.receivers
        for area, part in zip(key.areas, key.parts, strict=True):
            row = rows.get((kind, area.code))
            if row is None:
                rows[kind, area.code] = Row(kind, area, part * times, whole)
            else:
                row.part += part * times
                if area.reference_date > row.area.reference_date:
                    row.area = area
    order = list(Receivers)
    return sorted(rows.values(), key=lambda row: (order.index(row.receivers), row.area.code))
