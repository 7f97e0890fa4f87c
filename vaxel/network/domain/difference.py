"""What a file would change in what is there."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass
class Difference(Generic[Key, Value]):
    """`absent`: there, but not in the file. They change nothing: a file that forgets a row does not end a body."""

    new: dict[Key, Value] = field(default_factory=dict)
    changed: dict[Key, tuple[Value, Value]] = field(default_factory=dict)  # before, after
    absent: list[Key] = field(default_factory=list)
    same: int = 0


def difference(present: Mapping[Key, Value], wanted: Mapping[Key, Value]) -> Difference[Key, Value]:
    found: Difference[Key, Value] = Difference(absent=[key for key in present if key not in wanted])
    for key, value in wanted.items():
        if key not in present:
            found.new[key] = value
        elif present[key] != value:
            found.changed[key] = (present[key], value)
        else:
            found.same += 1
    return found
