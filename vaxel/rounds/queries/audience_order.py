"""The order of a frame: depth first in the governance tree, so that a node's part is one range, or few.

Healthcare region, county (itself first), its region, its municipalities, each with what lies below it; last what lies
in the state tree alone. Sorted by the database and read as a stream: a hundred thousand bodies cost eight bytes each.
"""

from array import array
from dataclasses import dataclass

from django.db import connection

from vaxel.network.domain.kinds import BIT, Kind, Tree
from vaxel.network.models import Closure, Identity

RANK = {
    Kind.NATION: 0,
    Kind.SECRETARIAT: 0,
    Kind.HEALTHCARE_REGION: 1,
    Kind.RESOURCE_CENTRE: 1,
    Kind.COUNTY: 2,
    Kind.REGION: 3,
    Kind.MUNICIPALITY: 4,
}
OTHERS = 5
AT_ONCE = 2000


@dataclass(frozen=True)
class Ordered:
    bodies: array  # ids
    kinds: array  # of each, as bits (network.domain.kinds.BIT): Gotland is one body and two kinds


def in_order(chosen, day) -> Ordered:
    """`chosen` is a queryset of bodies; those that did not exist that day are left out."""
    asked, parameters = chosen.order_by().values("pk").query.sql_with_params()
    found = Ordered(array("q"), array("H"))
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            STATEMENT.replace("<asked>", asked), [*parameters, *_on(day), *_on(day), *_on(day), str(Tree.GOVERNANCE)]
        )
        while rows := cursor.fetchmany(AT_ONCE):
            found.bodies.extend(row[0] for row in rows)
            found.kinds.extend(row[1] for row in rows)
    return found


def _on(day):
    held = connection.ops.adapt_datefield_value(day)
    return held, held


def _case(values, otherwise):
    lines = " ".join(f"WHEN '{kind}' THEN {value}" for kind, value in values.items())
    return f"CASE i.kind {lines} ELSE {otherwise} END"


_RANK = _case({kind: f"'{rank}'" for kind, rank in RANK.items()}, f"'{OTHERS}'")
STATEMENT = f"""
WITH asked (body) AS (<asked>), own AS (
    SELECT i.body_id AS body, MIN({_RANK} || i.code) AS called, SUM(DISTINCT {_case(BIT, 0)}) AS kinds
    FROM {Identity._meta.db_table} i JOIN asked a ON a.body = i.body_id
    WHERE i.valid_from <= %s AND i.valid_to > %s GROUP BY i.body_id
), above AS (
    SELECT c.descendant_id AS body,
        MIN(CASE i.kind WHEN 'healthcare_region' THEN i.code END) AS care,
        MIN(CASE i.kind WHEN 'county' THEN i.code END) AS county,
        MIN(CASE i.kind WHEN 'region' THEN '3' || i.code WHEN 'municipality' THEN '4' || i.code END) AS principal
    FROM {Closure._meta.db_table} c
    JOIN asked a ON a.body = c.descendant_id
    JOIN {Identity._meta.db_table} i ON i.body_id = c.ancestor_id
    WHERE i.valid_from <= %s AND i.valid_to > %s AND c.valid_from <= %s AND c.valid_to > %s AND c.tree = %s
      AND i.kind IN ('healthcare_region', 'county', 'region', 'municipality')
    GROUP BY c.descendant_id
), placed AS (
    SELECT own.body, own.kinds, own.called,
        COALESCE(above.care, CASE SUBSTR(own.called, 1, 1) WHEN '1' THEN SUBSTR(own.called, 2) END) AS care,
        COALESCE(above.county, CASE SUBSTR(own.called, 1, 1) WHEN '2' THEN SUBSTR(own.called, 2) END) AS county,
        COALESCE(above.principal, own.called) AS principal
    FROM own LEFT JOIN above ON above.body = own.body
)
SELECT body, kinds FROM placed
ORDER BY CASE WHEN care IS NULL AND county IS NULL THEN 1 ELSE 0 END,
    COALESCE(care, ''), COALESCE(county, ''), principal, called, body
"""  # noqa: S608 - names and words of our own
