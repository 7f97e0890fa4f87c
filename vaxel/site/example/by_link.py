"""Answering without an account, in the example: where the contact's seat is vacant, the function mailbox has a link."""

import datetime as dt

from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.rounds.commands import acting_by_link
from vaxel.rounds.commands.issuing_links import new_link
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.queries.link_targets import link_targets
from vaxel.site.example.chance import draw

THE_ROUND = "account-municipalities"
CONFIRM = 0.7  # the part of those that have opened the link and confirmed


def answer_by_link(rounds):
    """Real links and a real receipt each; their secrets are in no letter, so nobody opens them."""
    round_ = rounds[THE_ROUND]
    if round_.state != RoundState.OPEN:
        return
    deliveries = {one.body_id: one for one in round_.deliveries.filter(waits_at=None).select_related("round", "body")}
    targets = {body: to for body, to in link_targets(deliveries, clock.today()).items() if to.mailbox_id}
    for body, target in sorted(targets.items()):
        with clock.standing_at(round_.sent_at + dt.timedelta(minutes=10)):
            link, _secret = new_link(deliveries[body], target, SYSTEM)
            link.save(force_insert=True)
        if outcome(link.delivery.state) == Outcome.SENT and draw("by-link", body) < CONFIRM:
            _confirm(link, round_.sent_at + dt.timedelta(days=3, hours=2))


def _confirm(link, at):
    with clock.standing_at(min(at, clock.now())):
        acting_by_link.confirm(link, key=f"example-link-{link.pk}", received_at=clock.now())
