"""What a body has said, and what became of it: for a user organisation the page that matters most."""

from dataclasses import dataclass

from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import DONE
from vaxel.rounds.models import Delivery


@dataclass(frozen=True)
class Said:
    delivery: Delivery
    sender: str

    @property
    def led_to(self) -> str:
        return self.delivery.round.feedback


def said_by(body_id, actor):
    """A queryset of the body's parts in which it has had its say, the latest first."""
    rows = Delivery.objects.visible_to(actor).filter(body=body_id, said__in=DONE)
    return rows.select_related("round").order_by("-answered_at", "-pk")


def told(deliveries) -> list[Said]:
    """One query for the names."""
    rows = list(deliveries)
    names = at(today()).names({row.round.owner_id for row in rows})
    return [Said(row, names.get(row.round.owner_id, "")) for row in rows]
