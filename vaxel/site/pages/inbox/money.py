"""Agreements on money that wait for a second person."""

from django.utils.translation import gettext as _

from vaxel.funding.queries.waiting import waiting_for_decision
from vaxel.rounds.queries.inbox import Item


def of_money(actor) -> list[Item]:
    return [_item(one) for one in waiting_for_decision(actor)]


def _item(agreement):
    title = _("Överenskommelse om medel: %(name)s") % {"name": agreement.name}
    return Item("decide", _("Bekräfta"), title, "", None, "money_decide", (agreement.pk,), needs_now=True)
