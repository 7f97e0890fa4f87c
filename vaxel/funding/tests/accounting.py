"""An account asked for, sent and answered in the little Sweden.

spending = asked(little)                              # a round sent to those the little agreement grants money
account(spending, world, world.falun, used="400", carried="200,25")
"""

import datetime as dt

from vaxel.calendar import clock
from vaxel.funding.commands.spending import call_for_accounts
from vaxel.funding.domain.chain import Link
from vaxel.funding.models import Deadline
from vaxel.funding.queries.spending_questions import (
    CARRIED,
    EFFECT,
    GENDER,
    HEARD,
    REPAY,
    USED,
    done_of,
    sum_of,
)
from vaxel.rounds.commands import answers
from vaxel.rounds.commands.rounds import send
from vaxel.rounds.models import Delivery

WORDS = {GENDER: "Båda könen nås.", HEARD: "NSPH Dalarna", EFFECT: "Kortare väntan."}


def drafted(little, *, interim=False, agencies=()):
    today = clock.today()
    for link, days in ((Link.INTERIM, 20), (Link.BODY_REPORT, 60), (Link.COUNTY_REPORT, 90)):
        Deadline.objects.get_or_create(
            agreement=little.agreement, link=link, defaults={"day": today + dt.timedelta(days=days)}
        )
    return call_for_accounts(little.agreement, by=little.world.secretary, interim=interim, agencies=agencies)


def asked(little, **how):
    spending = drafted(little, **how)
    send(spending.round, by=little.world.secretary, received_at=clock.now())
    spending.round.refresh_from_db()
    return spending


def delivery_of(spending, body) -> Delivery:
    return Delivery.objects.select_related("round", "body").get(round=spending.round, body=body)


def values(stream, used="0", carried="0", repay="0", done="Utbildat handledare.", **words):
    sums = {sum_of(USED, stream): used, sum_of(CARRIED, stream): carried, sum_of(REPAY, stream): repay}
    return {**sums, done_of(stream): done, **WORDS, **words}


def account(spending, world, body, stream, **sums):
    """Written and sent by the body's own contact (Mora and Falun decide in one step)."""
    mine, by = delivery_of(spending, body), world.actor(body)
    answers.save_draft(mine, values(stream, **sums), by=by)
    answers.submit(mine, by=by, key=None, received_at=clock.now())
    return mine
