"""The tile maps' bodies: 290 municipalities or 21 counties, one square each."""

from dataclasses import dataclass

from vaxel.network.models import TilePlace
from vaxel.network.queries.asof import at


@dataclass(frozen=True)
class Tile:
    body_id: int
    column: int
    row: int
    name: str


def tiles(layout, day) -> list[Tile]:
    """Two queries; "municipalities" or "counties"."""
    places = list(TilePlace.objects.filter(layout=layout).order_by("row", "column"))
    bodies = at(day).named([place.body_id for place in places])
    names = {body.pk: body.short_name or body.name or "" for body in bodies}
    return [Tile(place.body_id, place.column, place.row, names.get(place.body_id, "")) for place in places]
