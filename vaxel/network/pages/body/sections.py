"""Room on a body's page for what lies above the network: what it has been sent, what it owes.

The site wires them: `register(show)`, where `show(request, body_id, day)` answers with a `Section` or None.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    title: str
    template: str  # drawn with `section` = the context below
    context: dict[str, Any] = field(default_factory=dict)


Show = Callable[..., Section | None]
sections: list[Show] = []


def register(show: Show) -> None:
    sections.append(show)


def shown(request, body_id, day) -> list[Section]:
    found = (show(request, body_id, day) for show in sections)
    return [section for section in found if section]
