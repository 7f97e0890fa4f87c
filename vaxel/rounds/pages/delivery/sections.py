"""Room on a body's part of a round for what lies above rounds: what the body may say besides its receipt or answer.

The site wires them: `register(show)`, where `show(request, delivery)` answers with a `Section` or None.
"""

from collections.abc import Callable
from dataclasses import dataclass

from vaxel.rounds.link_actor import LinkActor
from vaxel.rounds.pages.round.sections import Section

Show = Callable[..., Section | None]
sections: list[Show] = []


def register(show: Show) -> None:
    sections.append(show)


@dataclass(frozen=True)
class _Asking:
    """Whoever holds a link asks with no page and no mandate of their own."""

    actor: LinkActor


def shown_by_link(link) -> list[Section]:
    """Only what the answer rests on."""
    return [one for one in shown(_Asking(LinkActor(link=link)), link.delivery) if one.first]


def shown(request, delivery) -> list[Section]:
    found = (show(request, delivery) for show in sections)
    return [section for section in found if section]
