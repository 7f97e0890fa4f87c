"""A receiver with its population at a date, as statistics know it: kind and code together say which one it is."""

import datetime as dt
from dataclasses import dataclass

COUNTRY = "country"


@dataclass(frozen=True)
class Area:
    """`code` has leading zeros and is unique per kind alone: 20 is a county and a region. `parent`: a county's code."""

    kind: str
    code: str
    name: str
    reference_date: dt.date
    population: int
    parent: str = ""
