"""Where a proposal came from, said by the capability that knows it: `register("signals.signal", show)`.

`show(request, number)` answers with (label, address), or None for what the reader may not know of.
"""

from collections.abc import Callable

sources: dict[str, Callable] = {}


def register(source_type: str, show: Callable) -> None:
    sources[source_type] = show


def shown(request, retirement):
    show = sources.get(retirement.source_type)
    return show(request, retirement.source_id) if show else None
