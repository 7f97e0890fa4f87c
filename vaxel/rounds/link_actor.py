"""Somebody who acts by a link: no person, no mandate in use, and no body of theirs to read for."""

from dataclasses import dataclass
from typing import Any

from vaxel.network.actor import Actor


@dataclass(frozen=True)
class LinkActor(Actor):
    """`link` is the models.AnsweringLink; what may be done follows its one delivery."""

    link: Any = None

    @property
    def body_id(self) -> int:
        return self.link.delivery.body_id

    @property
    def mandate_id(self) -> int | None:
        """The seat that the link was sent to; the receipt keeps it."""
        return self.link.mandate_id


def acts_by_link(actor, delivery) -> bool:
    return isinstance(actor, LinkActor) and actor.link.delivery_id == delivery.pk
