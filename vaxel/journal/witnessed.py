"""Which tables the chain answers for besides its own: said once in each capability's `ready()`."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import connection

from vaxel.journal.rows import Table, table_of


@dataclass(frozen=True)
class Watched:
    table: str
    columns: tuple[str, ...] = ()  # all, unless named
    when: tuple[str, tuple[str, ...]] | None = None  # (column, the values from which the row no longer changes)

    def read_as(self) -> Table:
        found = table_of(next(model for model in apps.get_models() if model._meta.db_table == self.table))
        return found.only(self.columns) if self.columns else found

    @property
    def condition(self) -> str:
        if self.when is None:
            return "1 = 1"
        column, values = self.when
        return f"{connection.ops.quote_name(column)} IN {tuple(values)}"  # words of ours, as Python quotes them


_WATCHED: dict[str, Watched] = {}


def watch(table: str, *, columns: Sequence[str] = (), when: tuple[str, Sequence[str]] | None = None) -> None:
    """Said once, in the capability's `ready()`. Every table of `append_only.keep` is watched, all of it."""
    _WATCHED[table] = Watched(table, tuple(columns), (when[0], tuple(when[1])) if when else None)


def watched() -> list[Watched]:
    return [_WATCHED[name] for name in sorted(_WATCHED)]
