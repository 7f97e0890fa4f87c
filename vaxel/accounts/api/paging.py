"""Lists come in pages, never whole: a page's size and number are bounded, whatever is asked."""

from typing import Annotated

from ninja import Query, Schema
from pydantic import Field

MOST_PAGES = 10_000
MOST_ON_A_PAGE = 200

PageNumber = Annotated[int, Query(ge=1, le=MOST_PAGES, description="Sida, från 1")]
PageSize = Annotated[int, Query(ge=1, le=MOST_ON_A_PAGE, description="Rader på en sida")]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Paged(Schema):
    """`next` is the next page's number; null on the last."""

    page: int
    size: int
    total: int
    next: int | None


def paged(queryset, page, size, shown):
    """`shown(rows)` gives the items of the rows: all at once, so that names are asked for once."""
    total = queryset.count()
    start = (page - 1) * size
    rows = list(queryset[start : start + size])
    more = page + 1 if start + size < total and page < MOST_PAGES else None
    return {"page": page, "size": size, "total": total, "next": more, "items": shown(rows)}
