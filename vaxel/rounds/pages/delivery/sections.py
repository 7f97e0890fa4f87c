"""Room on a body's part of a round for what lies above rounds: what the body may say besides its receipt or answer.

The site wires them: `register(show)`, where `show(request, delivery)` answers with a `Section` or None.
"""

from collections.abc import Callable

from vaxel.rounds.pages.round.sections import Section

Show = Callable[..., Section | None]
sections: list[Show] = []


def register(show: Show) -> None:
    sections.append(show)


def shown(request, delivery) -> list[Section]:
    found = (show(request, delivery) for show in sections)
    return [section for section in found if section]
