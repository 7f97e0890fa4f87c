"""What an entry may hold: ids and numbers. Anything a person wrote belongs in the erasable note."""

import datetime as dt
import enum
import re
import uuid
from collections.abc import Mapping

Fact = None | bool | int | str | list["Fact"]
TOKEN = re.compile(r"[\w.:+@/-]{0,80}", re.ASCII)


def opaque(facts: Mapping[str, object]) -> dict[str, Fact]:
    """Ids, dates and enums as plain tokens. Raises ValueError for floats and for text with spaces or accents."""
    return {_token(name): _fact(value) for name, value in facts.items()}


def _fact(value: object) -> Fact:
    if isinstance(value, enum.Enum):
        return _fact(value.value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [_fact(item) for item in (sorted(value, key=str) if isinstance(value, set | frozenset) else value)]
    return _token(value)


def _token(value: object) -> str:
    if isinstance(value, str) and TOKEN.fullmatch(value):
        return value
    raise ValueError(f"The journal holds ids and numbers, not {value!r}: put words in note=")
