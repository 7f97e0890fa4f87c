"""What a signal can become, brought by whoever makes it: a draft round, later a programme's question, a node's task.

A capability above adds its own in the site's wiring: `destinations.register(Destination("question", …))`. The way back
from what was made is `ledto_of(key, object_id)`; when it has been fed back, `commands.becoming.fed_back(key, object_id, …)`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from vaxel.signals.models import LedTo


@dataclass(frozen=True)
class Thing:
    """What became of a signal, as a reader of the signal sees it. `url` is empty where the reader may not open it."""

    title: str
    said: str  # "enkäten ”Stöd under väntan”": what stands after "Den har lett till"
    state: str
    url: str = ""
    feedback: str = ""


@dataclass(frozen=True)
class Destination:
    """`may(actor)`: who makes such a thing. `choices(signal, actor)` → [(value, label)]: none, and it is not offered.

    `make(signals, by, choice)` → the new object's id, inside the command's transaction.
    `show(object_ids, actor)` → {id: Thing}, one or a few queries for all of them.
    """

    key: str
    may: Callable
    choices: Callable
    make: Callable
    show: Callable
    edit_url: Callable  # (object_id) → where its maker goes on


_known: dict[str, Destination] = {}


def register(destination: Destination) -> None:
    _known[destination.key] = destination


def destination(key) -> Destination | None:
    return _known.get(key)


def choices(signal, actor) -> list[tuple[str, str]]:
    """What this actor can make of this signal, as a select shows it; the value is what `become` takes."""
    open_to = [one for one in _known.values() if one.may(actor)]
    return [(f"{one.key}:{value}", label) for one in open_to for value, label in one.choices(signal, actor)]


def ledto_of(key, object_id):
    """The signals that this is built on, their merged ones among them, oldest first."""
    return LedTo.objects.filter(destination=key, object_id=object_id).select_related("signal").order_by("signal_id")
