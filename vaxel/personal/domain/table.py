"""A table's fields, each with what it holds about a person. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

PLAIN = "plain"


class Act(StrEnum):
    """What an erasure does to a field that is about the person."""

    ERASE = "erase"  # emptied, whatever it says
    REDACT = "redact"  # the words that are about the person are taken out of it
    DELETE = "delete"  # the whole row goes
    DERIVE = "derive"  # made anew from what was erased
    PSEUDONYM = "pseudonym"  # an id that leads to nobody once the name is gone
    KEEP = "keep"  # the law or others' rights ask for it as it was


@dataclass(frozen=True)
class Handling:
    """Why a kind of field is kept and for how long: one line of the controller's register (GDPR article 30)."""

    key: str
    title: object  # words, translated when they are read
    what: object
    purpose: object
    basis: object
    kept: object
    act: Act
    on_erasure: object
    is_secret: bool = False  # the person is told that it exists, and does not get it: it opens doors


@dataclass(frozen=True)
class Table:
    """`whose`: how a row leads to the person. `days`: it is forgotten after so many, by the tick."""

    model: str  # "rounds.Enquiry", or a table's own name where it has no model
    fields: Mapping[str, str]  # field → a handling's key, or "plain"
    whose: tuple[str, ...] = ()
    days: int | None = None

    def personal(self) -> Iterator[tuple[str, str]]:
        return ((name, key) for name, key in self.fields.items() if key != PLAIN)


def table(model: str, *, whose: str = "", days: int | None = None, **handled: str) -> Table:
    """`table("rounds.Enquiry", plain="id round", trace="asked_by", record="text answer", whose="asked_by")`."""
    said: dict[str, str] = {}
    for key, names in handled.items():
        for name in names.split():
            if name in said:
                raise ValueError(f"{model}.{name} is said to be both {said[name]} and {key}")
            said[name] = key
    return Table(model, said, tuple(whose.split()), days)
