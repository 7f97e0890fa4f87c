"""What stands in a composed question's words for a value that is not known until it is asked."""

import datetime as dt
from enum import Enum
from uuid import UUID

from django.db.models import Value

SINGLE = (int, str, dt.date, UUID)


class Awaited(Value):
    """`name` is which argument, and `place` where in the list, if it is one."""

    def __init__(self, name, place=None):
        super().__init__(name)
        self.name, self.place = name, place

    def _resolve_output_field(self):
        return None

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def among(self, values, connection):
        value = values[self.name]
        return _adapted(value if self.place is None else value[self.place], connection)


class Several(Awaited):
    """A list of values, as `field__in` takes it."""

    def __init__(self, name, number):
        super().__init__(name)
        self.number = number

    def as_sql(self, compiler, connection):
        each = [Awaited(self.name, place) for place in range(self.number)]
        return f"({', '.join(['%s'] * self.number)})", each


def is_list(value) -> bool:
    return isinstance(value, list | tuple | set | frozenset)


def shape(value):
    """What the words depend on: the rest is put in when it is asked."""
    if is_list(value):
        return ("list", len(value))
    if _is_said_outright(value):
        return value
    if not isinstance(value, SINGLE):
        raise TypeError(f"A composed question takes values and lists of them, not {type(value).__name__}.")
    return "value"


def awaited(name, value):
    if is_list(value):
        return Several(name, len(value)) if value else []
    return value if _is_said_outright(value) else Awaited(name)


def _is_said_outright(value):
    return value is None or isinstance(value, bool | Enum)


def _adapted(value, connection):
    if isinstance(value, UUID):  # as UUIDField does
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.ops.adapt_unknown_value(value)
