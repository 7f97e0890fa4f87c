"""A receiver's streams added exactly: one row of the table, over one denominator for all."""

from collections.abc import Iterator, Sequence
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
    for kind, areas, parts in _columns(streams, keys, whole):
        for area, part in zip(areas, parts, strict=True):
            row = rows.get((kind, area.code))
            if row is None:
                rows[kind, area.code] = Row(kind, area, part, whole)
            else:
                row.part += part
                if area.reference_date > row.area.reference_date:
                    row.area = area
    order = list(Receivers)
    return sorted(rows.values(), key=lambda row: (order.index(row.receivers), row.area.code))


def _columns(
    streams: Sequence[StreamTerms], keys: Sequence[Keyed], whole: int
) -> Iterator[tuple[Receivers, tuple[Area, ...], list[int]]]:
    """Streams that go to the very same list are added first: most of an agreement's do."""
    alike: dict[tuple[Receivers, int], list[Keyed]] = {}
    for stream, key in zip(streams, keys, strict=True):
        alike.setdefault((stream.receivers, id(key.areas)), []).append(key)
    for (kind, _same), of_list in alike.items():
        columns = [_over(key, whole) for key in of_list]
        yield kind, of_list[0].areas, [sum(row) for row in zip(*columns, strict=True)]


def _over(key: Keyed, whole: int) -> Sequence[int]:
    times = whole // key.whole
    return key.parts if times == 1 else [part * times for part in key.parts]
