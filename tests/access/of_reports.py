"""Accounts of money: own is Mora's part of the secretariat's agreement, other is Laholm's. Counts are open to anyone."""

import datetime as dt

from tests.access.objects import Twins, made_for_address
from vaxel.calendar import clock
from vaxel.funding.commands.spending import call_for_accounts
from vaxel.funding.domain.chain import Link
from vaxel.funding.tests.money import decided
from vaxel.rounds.commands.rounds import send


def _agreement(world):
    return decided(world, deadlines={Link.BODY_REPORT: clock.today() + dt.timedelta(days=30)}).agreement


def _asked(world):
    spending = call_for_accounts(_agreement(world), by=world.secretary)
    send(spending.round, by=world.secretary, received_at=clock.now())
    return spending


@made_for_address("money_account")
def account(world):
    """What is decided is public; there is nobody else's."""
    return Twins(own={"agreement": _asked(world).agreement_id})


@made_for_address("money_account_export")
def sheet(world):
    return Twins(own={"agreement": _asked(world).agreement_id, "form": "csv"})


@made_for_address("money_account_call")
def account_to_ask_for(world):
    """Before anyone has asked."""
    return Twins(own={"agreement": _agreement(world).pk})


@made_for_address("money_account_body")
def parts_of_account(world):
    agreement = _asked(world).agreement_id
    own, other = ({"agreement": agreement, "body": body.pk} for body in (world.mora, world.laholm))
    return Twins(own=own, other=other)
