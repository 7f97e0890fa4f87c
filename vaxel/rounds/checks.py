"""What `vaxel verify` asks of rounds: every projection told again from what it was made of."""

from itertools import groupby

import numpy as np
from django.utils.translation import gettext as _

from vaxel.rounds.domain.rebuild import rebuilt
from vaxel.rounds.models import Delivery, Receipt, Round
from vaxel.rounds.queries.vectors import node_totals, ranges, vectors

MOST_TOLD = 20


def checks():
    """(name, ok, sentence) for `vaxel verify`; changes nothing."""
    for name, found, right in (
        ("rounds.states", wrong_states(), _("Varje tillstånd är det som kvittenserna säger.")),
        ("rounds.vectors", wrong_vectors(), _("Varje förfrågans vektor är det som mottagarnas tillstånd säger.")),
        ("rounds.totals", wrong_totals(), _("Varje summa vid sidan av en vektor är det som vektorn säger.")),
    ):
        faults = list(_some(found))
        yield name, not faults, "; ".join(faults) or right


def _some(faults):
    for number, fault in enumerate(faults):
        if number == MOST_TOLD:
            yield "…"
            return
        yield fault


def wrong_states():
    """Deliveries whose state is not what their receipts add up to."""
    states = dict(Delivery.objects.values_list("pk", "state").iterator(5000))
    receipts = Receipt.objects.order_by("delivery_id", "id").values_list("delivery_id", "step", "state").iterator(5000)
    for delivery, rows in groupby(receipts, key=lambda row: row[0]):
        told = rebuilt((step, noted) for _delivery, step, noted in rows)
        kept = states.pop(delivery, None)
        if told != kept:
            yield f"delivery {delivery}: state {kept}, receipts say {told}"
    for delivery in states:
        yield f"delivery {delivery}: no receipt at all"


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
