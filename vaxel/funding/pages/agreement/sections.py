"""Room on an agreement's page for what follows it: requisitions, contracts, the ledger, reports.

`register(show)`, where `show(request, agreement)` answers with a `Section` or None. Shown in the order they are registered.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    template: str  # drawn with `section` = the context below; a whole <section> with its heading
    context: dict[str, Any] = field(default_factory=dict)


Show = Callable[..., Section | None]
sections: list[Show] = []


def register(show: Show) -> None:
    if show not in sections:
        sections.append(show)


def shown(request, agreement) -> list[Section]:
    found = (show(request, agreement) for show in sections)
    return [section for section in found if section]
