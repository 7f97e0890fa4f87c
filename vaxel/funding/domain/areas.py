"""A receiver with its population at a date, as statistics know it: kind and code together say which one it is."""

import datetime as dt
from dataclasses import dataclass

COUNTRY = "country"


@dataclass(frozen=True)
class Area:
    """`code` has leading zeros and is unique per kind alone: 20 is a county and a region. `parent`: a county's code.

    `population` None: it exists, but its people are not counted here; enough for equal parts and entered amounts.
    """

    kind: str
    code: str
    name: str
    reference_date: dt.date
    population: int | None
    parent: str = ""

    @property
    def county(self) -> str:
        """A municipality's code begins with its county's (SCB); a county and a region share theirs."""
        return self.parent or self.code[:2]
