"""Room on a round's page for what lies above rounds: what it is built on, what has become of it.

The site wires them: `register(show)`, where `show(request, round)` answers with a `Section` or None.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    template: str  # drawn with `section` = the context below; a whole <section> with its heading
    context: dict[str, Any] = field(default_factory=dict)
    first: bool = False  # on a body's part: before the questions, since the answer rests on it


Show = Callable[..., Section | None]
sections: list[Show] = []


def register(show: Show) -> None:
    sections.append(show)


def shown(request, round) -> list[Section]:
    found = (show(request, round) for show in sections)
    return [section for section in found if section]
