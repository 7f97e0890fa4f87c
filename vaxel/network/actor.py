"""Who acts: a person with the mandates that hold today, one of them in use. Commands take it as `by=`."""

import uuid
from dataclasses import dataclass, replace
from typing import Any

from vaxel.network.domain.kinds import Role


@dataclass(frozen=True)
class ActiveMandate:
    id: int
    body_id: int
    body_name: str
    role: Role
    title: str = ""
    deputy: bool = False


@dataclass(frozen=True)
class Actor:
    """`current` is the mandate in use: rights to *do* follow it alone; the others are one click away."""

    person_id: uuid.UUID | None = None
    name: str = ""
    mandates: tuple[ActiveMandate, ...] = ()
    current: ActiveMandate | None = None
    is_system: bool = False  # the tick and the example: journalled as Växel itself

    @property
    def body_id(self) -> int | None:
        return self.current.body_id if self.current else None

    @property
    def role(self) -> Role | None:
        return self.current.role if self.current else None

    @property
    def mandate_id(self) -> int | None:
        return self.current.id if self.current else None

    @property
    def body_ids(self) -> frozenset[int]:
        return frozenset(mandate.body_id for mandate in self.mandates)

    def using(self, mandate: ActiveMandate) -> "Actor":
        """The same person with another of the mandates in use: for what is shown across them all."""
        return replace(self, current=mandate)

    def holds(self, role: Role, body_id: int) -> bool:
        """Does the mandate in use give this role at this body?"""
        return self.current is not None and (self.current.role, self.current.body_id) == (role, body_id)


@dataclass(frozen=True)
class Reader:
    """As much of an actor as conditions on rows ask for: a composed question gets it with what stands for the values."""

    body_ids: Any
    person_id: Any = None
    body_id: Any = None
    is_system: bool = False


NOBODY = Actor()
SYSTEM = Actor(is_system=True)
