"""A round passed on to bodies in one's own part of the network: those asked, and others reached besides."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.network.domain.kinds import Tree
from vaxel.network.models import Closure
from vaxel.network.queries.asof import at
from vaxel.rounds import permissions
from vaxel.rounds.commands import holding, mail, steps
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import AlsoReached, Delivery, Receipt
from vaxel.rounds.policies import CONFLICT, Act, RoundAct
from vaxel.ui.refusal import Refusal


@dataclass(frozen=True)
class Relayed:
    receipts: tuple[Receipt, ...]  # to bodies that were asked
    also_reached: tuple[AlsoReached, ...]  # to bodies outside the audience: never in the denominator


def relay(round, node_id, body_ids, *, by, key, received_at, text="") -> Relayed:
    """Passes the round on to bodies in one's own part of the network. The first to do so is remembered as `via`."""
    permissions.require(permissions.coordinates(by, node_id) and permissions.reads_round(by, round))
    chosen = _in_own_part(node_id, body_ids)
    with transaction.atomic():
        now = holding.locked(round, RoundAct.PASS_ON)  # a recall comes before or after, never in between
        deliveries = list(_locked(now, chosen))
        _where_they_wait(deliveries, node_id)
        receipts = [_passed_on(delivery, node_id, by, key, received_at, text.strip()) for delivery in deliveries]
        outside = chosen - {delivery.body_id for delivery in deliveries}
        also = [_reached(round, body, node_id, by, received_at, text.strip()) for body in sorted(outside)]
        mail.relayed(
            round, [delivery for delivery in deliveries if delivery.pk in _new(receipts)], _fresh(also), node_id
        )
    return Relayed(tuple(receipt for receipt, _new in receipts), tuple(reached for reached, _new in also))


def _in_own_part(node_id, body_ids):
    chosen = set(body_ids)
    if not chosen:
        raise Refusal(_("Välj minst en mottagare att skicka vidare till."), field="bodies")
    inside = set(permissions.below(node_id).filter(descendant__in=chosen).values_list("descendant", flat=True))
    if chosen - inside:
        raise Refusal(
            _("Alla valda mottagare ligger inte under er i nätverket i dag. Välj bland era egna."), field="bodies"
        )
    return chosen


def _locked(round, bodies):
    """In one order, so that two who pass on at once never wait for each other in a ring."""
    rows = (
        Delivery.objects.select_for_update(of=("self",), no_key=True)
        .filter(round=round, body__in=bodies)
        .order_by("position")
    )
    for delivery in rows:
        delivery.round = round
        yield delivery


def _where_they_wait(deliveries, node_id):
    """Where it waits, and nowhere else above, decides when it goes on; a body that has moved away no longer waits for it."""
    elsewhere = [one for one in deliveries if one.waits_at_id not in {None, node_id}]
    ties = Closure.objects.at(clock.today()).filter(
        tree=Tree.GOVERNANCE, ancestor__in=[o.waits_at_id for o in elsewhere]
    )
    still = set(ties.values_list("ancestor", "descendant"))
    held = [one for one in elsewhere if (one.waits_at_id, one.body_id) in still]
    if held:
        names = at(clock.today()).names({held[0].waits_at_id, held[0].body_id})
        raise Refusal(
            _("%(where)s skickar själv vidare till %(who)s. Välj bort de som väntar där.")
            % {"where": names[held[0].waits_at_id], "who": names[held[0].body_id]},
            field="bodies",
            status=CONFLICT,
        )


def _passed_on(delivery, node_id, by, key, received_at, text):
    """(receipt, new): the second relay only adds a receipt."""
    if told := steps.told_already(delivery, Step.RELAYED, key):
        return told, False
    steps.allow(Act.RELAY, delivery, received_at)
    delivery.via_id = delivery.via_id or node_id
    delivery.waits_at_id = None
    return steps.write(delivery, Step.RELAYED, by=by, key=key, received_at=received_at, note=text), True


def _reached(round, body_id, node_id, by, received_at, text):
    reached, new = AlsoReached.objects.get_or_create(
        round=round,
        body_id=body_id,
        defaults={
            "via_id": node_id,
            "at": received_at,
            "person_id": by.person_id,
            "mandate_id": by.mandate_id,
            "note": text,
        },
    )
    if new:
        journal.record("rounds.also_reached", by=by, obj=round, on_behalf_of=node_id, facts={"body": body_id})
    return reached, new


def _new(receipts):
    return {receipt.delivery_id for receipt, new in receipts if new}


def _fresh(also):
    return [reached for reached, new in also if new]
