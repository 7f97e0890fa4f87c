"""The receivers of a stream by what people call them: code and name, as on the day the agreement's receivers are told."""

from dataclasses import dataclass

from vaxel.funding.queries.terms import receivers_day
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Identity


@dataclass(frozen=True)
class Receiver:
    body_id: int
    code: str
    name: str
    short_name: str


def receivers_of(kind, year) -> list[Receiver]:
    """By name. One query."""
    rows = (
        Identity.objects.at(receivers_day(year)).filter(kind=kind).values_list("body_id", "code", "name", "short_name")
    )
    return sorted((Receiver(*row) for row in rows), key=lambda one: swedish_key(one.short_name or one.name))


def spelt(receivers) -> tuple[dict[str, int], dict[str, int]]:
    """(by code, by name in lower case): both the long name and the short."""
    codes = {one.code: one.body_id for one in receivers if one.code}
    return codes, {name.casefold(): one.body_id for one in receivers for name in (one.name, one.short_name) if name}
