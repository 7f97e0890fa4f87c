"""Which acts in the journal are events for programs. The capability that does the act says so, once."""

from collections.abc import Callable
from dataclasses import dataclass

from vaxel.journal.models import Entry

# (mandate, entry) → what the program may know of it (ids alone), or None if it may not know at all.
Told = Callable[[int, Entry], dict | None]


@dataclass(frozen=True)
class Event:
    type: str  # "round.sent"
    told: Told


_events: dict[str, Event] = {}


def listen(action: str, type: str, told: Told) -> None:  # noqa: A002 - the standard's own word
    _events[action] = Event(type, told)


def event_of(action: str) -> Event | None:
    return _events.get(action)


def actions() -> list[str]:
    return sorted(_events)


def types() -> list[str]:
    return sorted({event.type for event in _events.values()})
