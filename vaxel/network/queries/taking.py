"""Who has taken what in the inboxes of some bodies, and who is away from them."""

from dataclasses import dataclass

from vaxel.network.models import Absence, Taking


@dataclass(frozen=True)
class Taken:
    person_id: object  # the opaque one
    name: str


def taken(body_ids) -> dict[tuple[int, str], Taken]:
    """(body, key) → who. One query."""
    rows = Taking.objects.filter(body__in=body_ids, person__erased_at=None).select_related("person")
    return {(row.body_id, row.key): Taken(row.person.public_id, row.person.name) for row in rows}


@dataclass(frozen=True)
class Away:
    name: str
    body_id: int
    last_day: object
    stand_in: str
    stand_in_id: object


def away(body_ids, day) -> list[Away]:
    """Colleagues who are away today, soonest back first."""
    rows = (
        Absence.objects.at(day).filter(body__in=body_ids, person__erased_at=None).select_related("person", "stand_in")
    )
    return [
        Away(
            row.person.name,
            row.body_id,
            row.last_day,
            row.stand_in.name if row.stand_in else "",
            row.stand_in and row.stand_in.public_id,
        )
        for row in rows.order_by("valid_to", "pk")
    ]
