"""A thing's own life."""

from enum import StrEnum


class ThingState(StrEnum):
    IN_USE = "in_use"
    BEING_RETIRED = "being_retired"  # decided, and the day has not come
    RETIRED = "retired"
