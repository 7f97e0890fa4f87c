"""Of money's way out: Mora's and Laholm's ledgers."""

from tests.access.objects import Twins, made_for_address
from vaxel.funding.tests.money import decided


@made_for_address("money_ledger_file")
def ledgers(world):
    decided(world)
    return Twins(own={"body": world.mora.pk, "form": "csv"}, other={"body": world.laholm.pk, "form": "csv"})


@made_for_address("money_giving_all")
def all_grants(world):
    return Twins(own={"form": "csv"})


@made_for_address("money_posting")
@made_for_address("money_posting_file")
def postings(world):
    agreement = decided(world).agreement.pk
    return Twins(
        own={"body": world.mora.pk, "agreement": agreement}, other={"body": world.laholm.pk, "agreement": agreement}
    )
