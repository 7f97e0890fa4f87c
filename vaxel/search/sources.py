"""What is searched, registered from above: each source says what its documents are, and who may see which.

    search.register(Source("signals.signal", label=_("Signaler"), read=documents, visible_to=seen_by, address=address))

`read(ids)` yields a `Document` for each that is to be found (all of them for None); one that is not yielded is not found.
`visible_to(actor)` is a queryset of ids, the very one that the pages ask; None = everyone.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Document:
    """`also`: names, codes and numbers that it answers to like its title. `within`: the id of what it lies in, for its address."""

    id: int
    title: str
    text: str = ""
    also: str = ""
    day: dt.date | None = None
    kind: str = ""
    within: int | None = None


@dataclass(frozen=True)
class Source:
    """`name` is the journal's word for the object ("rounds.round"): what is journalled about it makes it read anew.

    `touched_by`: for what else is journalled ("network.body"), which ids of its own that concerns.
    `address(entry)` and `describe(entry)` (the soft words beside the title) are asked for what is shown alone.
    """

    name: str
    label: Any
    read: Callable[[Iterable[int] | None], Iterable[Document]]
    address: Callable[[Any], str]
    visible_to: Callable[[Any], Any] = lambda actor: None
    describe: Callable[[Any], str] = lambda entry: ""
    touched_by: Mapping[str, Callable[[list[int]], Iterable[int]]] = field(default_factory=dict)

    def touched(self, object_type, ids):
        if object_type in self.touched_by:
            return self.touched_by[object_type](ids)
        return ids if object_type == self.name else ()


_sources: dict[str, Source] = {}


def register(*some):
    """In the order that results are shown. Registered twice is registered once: `ready()` may run again."""
    _sources.update({source.name: source for source in some})


def sources():
    return list(_sources.values())


def source_of(name):
    return _sources[name]
