"""A hundred thousand bodies: a nation, 21 counties with a region and some municipalities each, and their units."""

import itertools
from dataclasses import dataclass, replace

from django.db import connection, transaction

from vaxel.calendar import FOREVER, SINCE_LONG
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Body
from vaxel.rounds.models import Template, TemplateVersion

COUNTIES, MUNICIPALITIES, MANY = 21, 290, 1000
QUESTIONS = {"sections": [{"id": "s", "title": "", "questions": [{"id": "q", "type": "number", "label": "Antal"}]}]}


@dataclass(frozen=True)
class BigSweden:
    nation: int
    counties: tuple[int, ...]
    principals: tuple[int, ...]
    units: range

    @property
    def nodes(self):
        return (self.nation, *self.counties, *self.principals)


def load(table, columns, rows):
    """The barest bulk load each database has: COPY on PostgreSQL, executemany on SQLite. Returns nothing, checks nothing."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)


def big_sweden(bodies=100_000):
    """`bodies` units, so that a round to all units asks exactly so many."""
    numbers = itertools.count(1)
    nation = next(numbers)
    counties = tuple(next(numbers) for _ in range(COUNTIES))
    principals = tuple(next(numbers) for _ in range(COUNTIES + MUNICIPALITIES))
    units = range(next(numbers), next(numbers) - 1 + bodies)
    made = BigSweden(nation, counties, principals, units)
    if bodies > MANY:
        _without_triggers()
    _bodies(made, _kinds(made))
    _closure(_pairs(made, units))
    _analyze()
    return made


def with_more(sweden, bodies):
    """The same Sweden grown to so many units."""
    units = range(sweden.units.stop, sweden.units.start + bodies)
    made = replace(sweden, units=range(sweden.units.start, units.stop))
    if bodies > MANY:
        _without_triggers()
    _bodies(made, ((one, Kind.UNIT) for one in units))
    _closure(_of_units(made, units))
    _analyze()
    return made


def _kinds(made):
    yield made.nation, Kind.NATION
    yield from ((one, Kind.COUNTY) for one in made.counties)
    yield from (
        (one, Kind.REGION if place < COUNTIES else Kind.MUNICIPALITY) for place, one in enumerate(made.principals)
    )
    yield from ((one, Kind.UNIT) for one in made.units)


def _without_triggers():
    """SQLite asks of each row whether it overlaps another: a minute that is no part of what is measured."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'network_%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")


SINCE = (SINCE_LONG.isoformat(), FOREVER.isoformat())


def _bodies(made, kinds):
    kinds = list(kinds)
    columns = ("id", "kind", "decides_in_two_steps", "created_at")
    load("network_body", columns, ((one, str(kind), False, "2026-01-01 00:00:00+00:00") for one, kind in kinds))
    columns = (
        "body_id",
        "kind",
        "code",
        "name",
        "short_name",
        "folded",
        "also_called",
        "source",
        "valid_from",
        "valid_to",
    )
    rows = ((one, str(kind), f"{one:06d}", f"Body {one}", "", "", "", "", *SINCE) for one, kind in kinds)
    load("network_identity", columns, rows)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval('network_body_id_seq', %s)", [made.units.stop])


def _closure(pairs):
    columns = ("tree", "ancestor_id", "descendant_id", "depth", "valid_from", "valid_to")
    load("network_closure", columns, ((str(Tree.GOVERNANCE), *row, *SINCE) for row in pairs))


def _pairs(made, units):
    yield from ((made.nation, one, 1) for one in made.counties)
    for place, one in enumerate(made.principals):
        yield from ((made.counties[place % COUNTIES], one, 1), (made.nation, one, 2))
    yield from _of_units(made, units)


def _of_units(made, units):
    for unit in units:
        place = (unit - made.units.start) % len(made.principals)
        yield from (
            (made.principals[place], unit, 1),
            (made.counties[place % COUNTIES], unit, 2),
            (made.nation, unit, 3),
        )


def _analyze():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def version(made):
    owner = Body.objects.get(pk=made.nation)
    return TemplateVersion.objects.create(
        template=Template.objects.create(owner=owner, title="Frågor"), number=1, content=QUESTIONS
    )
