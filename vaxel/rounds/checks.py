"""What `vaxel verify` asks of rounds: every projection told again from what it was made of."""

from itertools import groupby

import numpy as np
from django.utils.translation import gettext as _

from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.models import Mandate
from vaxel.rounds.commands.steps import TIMES
from vaxel.rounds.domain.joint import digest
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.domain.rebuild import Kept, rebuilt
from vaxel.rounds.domain.state import Step
from vaxel.rounds.domain.times import Times
from vaxel.rounds.models import Delivery, Frame, JointSignature, Receipt, Round
from vaxel.rounds.queries.bound import bound_originals
from vaxel.rounds.queries.vectors import node_totals, ranges, vectors

MOST_TOLD = 20
# Of a delivery no more than is told again: a round's text or a frame's kinds would come once for each.
TOLD_OF = ("state", "position", "waits_at", "via", *TIMES, "round__route", "round__frame", "body__kind")
RECEIPT = ("step", "state", "received_at", "mandate_id")


def checks():
    """(name, ok, sentence) for `vaxel verify`; changes nothing."""
    states, times, waits = wrong_deliveries()
    for name, found, right in (
        ("rounds.states", states, _("Varje tillstånd är det som kvittenserna säger.")),
        ("rounds.times", times, _("Varje tidpunkt är den som kvittenserna säger.")),
        ("rounds.waits", waits, _("Allt väntar där det skulle vänta, och kom den väg som kvittenserna säger.")),
        ("rounds.vectors", wrong_vectors(), _("Varje förfrågans vektor är det som mottagarnas tillstånd säger.")),
        ("rounds.totals", wrong_totals(), _("Varje summa vid sidan av en vektor är det som vektorn säger.")),
        (
            "rounds.joint",
            wrong_bound(),
            _("Varje antagande binder det som då stod i det gemensamma svaret och under det."),
        ),
    ):
        faults = list(_some(found))
        yield name, not faults, "; ".join(faults) or right


def _some(faults):
    for number, fault in enumerate(faults):
        if number == MOST_TOLD:
            yield "…"
            return
        yield fault


def wrong_deliveries():
    """What is wrong with states, with times and with what waits: the receipts are read once, and all three told from them."""
    told_of = _state, _times, _waits()
    found: tuple[list, ...] = ([], [], [])
    for delivery, told in _retold():
        for faults, wrong in zip(found, told_of, strict=True):
            if len(faults) <= MOST_TOLD:
                faults.extend(wrong(delivery, told))
    return found


def _state(delivery, told):
    """Not what the receipts add up to."""
    if told is None:
        yield f"delivery {delivery.pk}: no receipt at all"
    elif told.state != delivery.state:
        yield f"delivery {delivery.pk}: state {delivery.state}, receipts say {told.state}"


def _times(delivery, told):
    """Not those of the receipts."""
    kept = Times(*(getattr(delivery, name) for name in TIMES))
    if told is not None and told.times != kept:
        yield f"delivery {delivery.pk}: {kept}, receipts say {told.times}"


def _waits():
    """Waits elsewhere than where it was sent to wait, or came by another way than was receipted."""
    frames: dict = {}
    bodies = dict(Mandate.objects.values_list("pk", "body_id"))

    def wrong(delivery, told):
        if told is None:
            return
        held = None if told.relay or not told.state else _was_to_wait(delivery, frames)
        if delivery.waits_at_id != held:
            yield f"delivery {delivery.pk}: waits at {delivery.waits_at_id}, was to wait at {held}"
        by = told.relay and bodies.get(told.relay.mandate_id, delivery.via_id)  # the system's own have no mandate
        if delivery.via_id != by:
            yield f"delivery {delivery.pk}: came by {delivery.via_id}, receipts say {by}"

    return wrong


def _was_to_wait(delivery, frames):
    """By the frame: a unit at its principal, everyone else at the county, and who has neither above nowhere."""
    if delivery.round.route != Route.STEPWISE:
        return None
    frame = delivery.round.frame_id
    if frame not in frames:
        kept = Frame.objects.defer("kinds").get(pk=frame)
        frames[frame] = {is_unit: _nodes_above(kept, is_unit=is_unit) for is_unit in (True, False)}
    node = int(frames[frame][delivery.body.kind == Kind.UNIT][delivery.position])
    return None if node in {0, delivery.body_id} else node


def _nodes_above(frame, *, is_unit):
    """One node per position; 0 where there is none."""
    nodes = np.zeros(frame.size, dtype=np.int64)
    above = frame.ranges.filter(node__kind__in=PRINCIPALS if is_unit else [Kind.COUNTY]).order_by("-node")
    for node, start, stop in above.values_list("node_id", "start", "stop"):
        nodes[start:stop] = node
    return nodes


def _retold():
    """(delivery, told again from its receipts or None), read in the same order side by side."""
    rows = Receipt.objects.order_by("delivery_id", "id").values_list("delivery_id", *RECEIPT)
    groups = groupby(rows.iterator(5000), key=lambda row: row[0])
    ahead = next(groups, None)
    for delivery in Delivery.objects.select_related("round", "body").only(*TOLD_OF).order_by("pk").iterator(5000):
        if ahead is None or ahead[0] != delivery.pk:
            yield delivery, None
            continue
        yield delivery, rebuilt(_kept(*row) for row in ahead[1])
        ahead = next(groups, None)


def _kept(_delivery, step, state, at, mandate):
    return Kept(Step(step), state, at, mandate)


def wrong_vectors():
    """Rounds whose vector, with the marks over it, is not their deliveries' states."""
    for round_, states in vectors(Round.objects.exclude(frame=None).exclude(sent_at=None).order_by("pk")):
        rows = Delivery.objects.filter(round=round_).order_by("position").values_list("state", flat=True)
        present = np.fromiter(rows.iterator(5000), dtype=np.uint8)
        if not np.array_equal(present, states):
            yield f"round {round_.pk}: the vector differs from the deliveries"


def wrong_totals():
    """Rounds whose totals at the nodes are not those of their states: written, then, by somebody who wrote only one."""
    sent = Round.objects.exclude(frame=None).exclude(sent_at=None).select_related("frame").order_by("pk")
    for (round_, states), (_same, totals) in zip(vectors(sent), node_totals(sent), strict=True):
        if totals is not None and not np.array_equal(ranges(round_.frame).per_node(states), totals):
            yield f"round {round_.pk}: the totals differ from the vector"


def wrong_bound():
    """Adoptions whose hash is not that of the version and the originals they say they bound."""
    signed = JointSignature.objects.filter(adopted=True).select_related("version", "delivery").order_by("pk")
    for signature in signed.iterator(500):
        if digest(signature.version.values, bound_originals(signature)) != (signature.rebound or signature.bound):
            yield f"joint signature {signature.pk}: the hash is not of what it covered"
