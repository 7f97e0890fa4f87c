"""Contracts on money that wait for one's own signature."""

from django.utils.translation import gettext as _

from vaxel.funding.queries.contracts_waiting import to_sign
from vaxel.rounds.queries.inbox import Item


def of_contracts(actor) -> list[Item]:
    return [_item(one) for one in to_sign(actor)]


def _item(contract) -> Item:
    title = _("Avtal %(number)s: %(stream)s") % {"number": contract.number, "stream": contract.stream.title}
    said = contract.agreement.name
    return Item("contract_sign", _("Skriv under"), title, said, None, "contract", (contract.pk,), needs_now=True)
