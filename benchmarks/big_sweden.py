"""A hundred thousand bodies: a nation, 21 counties with a region and some municipalities each, and their units."""

import itertools
from dataclasses import dataclass

from django.db import connection, transaction

from vaxel.calendar import FOREVER, SINCE_LONG
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Body
from vaxel.rounds.models import Template, TemplateVersion

COUNTIES, MUNICIPALITIES = 21, 290
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
    county_of = {one: counties[place % COUNTIES] for place, one in enumerate(principals)}
    principal_of = {unit: principals[place % len(principals)] for place, unit in enumerate(units)}
    made = BigSweden(nation, counties, principals, units)
    _without_triggers()
    _bodies(made)
    _closure(made, county_of, principal_of)
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


def _bodies(made):
    columns = ("id", "kind", "decides_in_two_steps", "created_at")
    load("network_body", columns, ((one, str(kind), False, "2026-01-01 00:00:00+00:00") for one, kind in _kinds(made)))
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
    rows = ((one, str(kind), f"{one:06d}", f"Body {one}", "", "", "", "", *SINCE) for one, kind in _kinds(made))
    load("network_identity", columns, rows)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval('network_body_id_seq', %s)", [made.units.stop])


def _closure(made, county_of, principal_of):
    columns = ("tree", "ancestor_id", "descendant_id", "depth", "valid_from", "valid_to")
    load(
        "network_closure",
        columns,
        ((str(Tree.GOVERNANCE), *row, *SINCE) for row in _pairs(made, county_of, principal_of)),
    )


def _pairs(made, county_of, principal_of):
    yield from ((made.nation, one, 1) for one in made.counties)
    for one, county in county_of.items():
        yield from ((county, one, 1), (made.nation, one, 2))
    for one, principal in principal_of.items():
        yield from ((principal, one, 1), (county_of[principal], one, 2), (made.nation, one, 3))


def _analyze():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def version(made):
    owner = Body.objects.get(pk=made.nation)
    return TemplateVersion.objects.create(
        template=Template.objects.create(owner=owner, title="Frågor"), number=1, content=QUESTIONS
    )
