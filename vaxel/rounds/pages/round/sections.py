"""Room on a round's page for what lies above rounds: what it is built on, what has become of it.

The site wires them: `register(show)`, where `show(request, round)` answers with a `Section` or None. What it asks for first,
and most rounds have nothing of, it may have foreseen: `foreseen(round)` gives such questions.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    template: str  # drawn with `section` = the context below; a whole <section> with its heading
    context: dict[str, Any] = field(default_factory=dict)
    first: bool = False  # on a body's part: before the questions, since the answer rests on it


Show = Callable[..., Section | None]
sections: list[Show] = []
_foreseen: list[Callable[..., Iterable]] = []


def register(show: Show, foreseen: Callable[..., Iterable] | None = None) -> None:
    sections.append(show)
    if foreseen:
        _foreseen.append(foreseen)


def foreseen(round) -> list:
    return [question for several in _foreseen for question in several(round)]


def shown(request, round) -> list[Section]:
    found = (show(request, round) for show in sections)
    return [section for section in found if section]
