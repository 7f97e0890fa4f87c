"""Requisitions: own is Mora's part of the secretariat's agreement, other is Laholm's. Counts are open to anyone."""

import datetime as dt

from tests.access.objects import Twins, made_for_address
from vaxel.calendar.clock import today
from vaxel.funding.domain.chain import Link
from vaxel.funding.tests.claiming import called, requisitioned
from vaxel.funding.tests.money import decided


def _agreement(world):
    last = today() + dt.timedelta(days=30)
    return decided(world, deadlines={Link.REQUISITION: last}).agreement


@made_for_address("requisition")
def money(world):
    """What is decided is public; there is nobody else's."""
    return Twins(own={"agreement": _agreement(world).pk})


@made_for_address("requisition_call")
def money_to_call_for(world):
    """Before anyone has begun."""
    return Twins(own={"agreement": _agreement(world).pk})


@made_for_address("requisition_body")
def parts(world):
    call = called(world)
    return _twins(call, world)


def _twins(call, world):
    own, other = ({"agreement": call.agreement_id, "body": body.pk} for body in (world.mora, world.laholm))
    return Twins(own=own, other=other)


def _claims(name):
    """Both have taken everything up."""

    @made_for_address(name)
    def claims(world):
        call = called(world)
        for body in (world.mora, world.laholm):
            requisitioned(call, world, body)
        return _twins(call, world)

    return claims


for address in ("requisition_claim", "requisition_invoice", "requisition_invoice_file"):
    _claims(address)
