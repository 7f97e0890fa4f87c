"""The files of reference data and the tables they fill. A body is named by its key: "municipality:2321"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.models import FixedWindow
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Grouping, Identity, Neighbour, Peer, Population, Succession, Tie, TilePlace


def one(row):
    return [row]


def several(column, field):
    """A list in one cell: one row of the table for each."""
    return lambda row: [{**row, field: key} for key in row.pop(column).split()]


def with_kind_of_parent(row):
    return [{**row, "parent_kind": row["parent"].partition(":")[0]}]


@dataclass(frozen=True)
class Table:
    file: str
    title: Promise
    model: type[models.Model]
    columns: tuple[str, ...]  # of the file
    key: tuple[str, ...]  # fields that say which row it is
    values: tuple[str, ...]  # fields that may change
    bodies: tuple[str, ...]  # fields that are bodies
    rows: Callable[[dict], Iterable[dict]] = one

    @property
    def fields(self):
        return (*self.key, *self.values)


DATES = ("valid_from", "valid_to")
TABLES = [
    Table(
        "identities.csv",
        _("Namn och koder"),
        Identity,
        ("body", "kind", "code", "name", "short_name", "also_called", *DATES, "source"),
        ("body", "kind", "valid_from"),
        ("code", "name", "short_name", "also_called", "valid_to", "source"),
        ("body",),
    ),
    Table(
        "ties.csv",
        _("Tillhörigheter"),
        Tie,
        ("tree", "child", "parent", "extent", *DATES, "source"),
        ("tree", "child", "parent", "valid_from"),
        ("extent", "valid_to", "source", "parent_kind"),
        ("child", "parent"),
        with_kind_of_parent,
    ),
    Table(
        "successions.csv",
        _("Efterträdare"),
        Succession,
        ("before", "after", "kind", "day", "note", "source"),
        ("before", "after", "day"),
        ("kind", "note", "source"),
        ("before", "after"),
    ),
    Table(
        "groupings.csv",
        _("Indelningar"),
        Grouping,
        ("scheme", "body", "code", "name", *DATES),
        ("scheme", "body", "valid_from"),
        ("code", "name", "valid_to"),
        ("body",),
    ),
    Table(
        "population.csv",
        _("Folkmängd"),
        Population,
        ("body", "kind", "reference_date", "people", "women", "men", "status", "source"),
        ("body", "kind", "reference_date"),
        ("people", "women", "men", "status", "source"),
        ("body",),
    ),
    Table(
        "neighbours.csv",
        _("Grannar"),
        Neighbour,
        ("body", "neighbours"),
        ("body", "neighbour"),
        (),
        ("body", "neighbour"),
        several("neighbours", "neighbour"),
    ),
    Table(
        "peers.csv",
        _("Liknande kommuner och regioner"),
        Peer,
        ("likeness", "year", "body", "peers"),
        ("likeness", "year", "body", "peer"),
        (),
        ("body", "peer"),
        several("peers", "peer"),
    ),
    Table(
        "tiles.csv",
        _("Platser på rutkartan"),
        TilePlace,
        ("layout", "body", "column", "row"),
        ("layout", "body"),
        ("column", "row"),
        ("body",),
    ),
    Table(
        "windows.csv",
        _("Fasta fönster på året"),
        FixedWindow,
        ("name", "first", "last", *DATES, "source"),
        ("name", "valid_from"),
        ("first", "last", "valid_to", "source"),
        (),
    ),
]


def kind_of(key) -> Kind:
    """ "municipality:2321" is a municipality. Raises ValueError for any other word."""
    return Kind(key.partition(":")[0])
