"""How long a link to answer by holds. Pure: the days are Swedish, the last one is included."""

import datetime as dt
from enum import StrEnum

GRACE = dt.timedelta(days=14)  # the late answer is still an answer, and the receipt can be read
OPEN_ENDED = dt.timedelta(days=180)  # a part without a last day


class LinkState(StrEnum):
    LIVE = "live"
    REVOKED = "revoked"
    EXPIRED = "expired"
    CLOSED = "closed"  # the round takes no more answers


def good_through(due: dt.date | None, issued: dt.date) -> dt.date:
    """Follows the body's own last day, so that more time renews every link already sent."""
    return due + GRACE if due else issued + OPEN_ENDED


def state_of(*, is_open: bool, revoked: bool, last: dt.date, today: dt.date) -> LinkState:
    """What is told first is what cannot be mended by another link: the round is closed."""
    if not is_open:
        return LinkState.CLOSED
    if revoked:
        return LinkState.REVOKED
    return LinkState.EXPIRED if today > last else LinkState.LIVE
