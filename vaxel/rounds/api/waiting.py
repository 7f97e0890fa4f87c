"""What waits for the mandate, as its inbox has it."""

import datetime as dt

from ninja import Schema

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.rounds.api.router import router
from vaxel.rounds.queries.inbox import inbox

desk = Desk(router, "rounds")


class ItemOut(Schema):
    """`act` is what waits to be done (confirm, pass_on, decide, answer, complete, read, finish, review, feed_back …)."""

    key: str
    act: str
    title: str
    due: dt.date | None
    needs_now: bool
    is_new: bool


@desk.get("/inbox", reads, list[ItemOut], "inbox")
def waiting(request):
    """The most pressing first."""
    names = ("key", "act", "title", "due", "needs_now", "is_new")
    return [{name: getattr(item, name) for name in names} for item in inbox(request.actor)]
