"""Keeps the closure equal to what the ties say."""

from django.db import connection, transaction

from vaxel.network.domain.closure import DatedTie, by_child, closure, rows_above
from vaxel.network.models import Closure, Tie
from vaxel.network.models.refusals import TIES_LOCK

AT_ONCE = 500  # ids in one question
REBUILD_ABOVE = 20_000  # bodies: beyond this all of the tree is quicker
COLUMNS = ("tree", "ancestor_id", "descendant_id", "depth", "valid_from", "valid_to")
_TIE = ("child_id", "parent_id", "extent", "valid_from", "valid_to")


def hold_ties():
    """Whoever changes ties does it alone until commit. SQLite's one writer at a time does the same by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TIES_LOCK])


def refresh(tree, children):
    """After the ties of these children changed: the rows of them and of all that ever lay below them."""
    affected = set(children)
    for some in _batches(children):
        below = Closure.objects.filter(tree=tree, ancestor__in=some)
        affected.update(below.values_list("descendant", flat=True))
    if len(affected) > REBUILD_ABOVE:
        rebuild_closure(tree)
        return
    up = _ties_above(tree, affected)
    wanted = {row for body in affected for row in rows_above(body, up)}
    present = {row[1:]: row[0] for some in _batches(affected) for row in _rows(tree).filter(descendant__in=some)}
    for some in _batches([present[row] for row in present.keys() - wanted]):
        Closure.objects.filter(pk__in=some).delete()
    write(tree, wanted - present.keys())


def rebuild_closure(tree) -> int:
    """All rows of the tree anew from its ties; how many there are."""
    with transaction.atomic():
        hold_ties()
        Closure.objects.filter(tree=tree)._raw_delete(using=connection.alias)
        write(tree, from_ties(tree))
        return Closure.objects.filter(tree=tree).count()


def from_ties(tree):
    """What the closure should be, straight from the truth."""
    return closure(list(_dated(Tie.objects.filter(tree=tree))))  # read before a COPY takes the connection


def write(tree, rows):
    """The rows must not be read from the database while they are written: the connection is busy."""
    values = ((tree, *row[:3], row.start.isoformat(), row.end.isoformat()) for row in rows)
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY network_closure ({columns}) FROM STDIN") as copy:
                for value in values:
                    copy.write_row(value)
        else:
            places = ", ".join(["%s"] * len(COLUMNS))
            cursor.executemany(f"INSERT INTO network_closure ({columns}) VALUES ({places})", values)  # noqa: S608


def _ties_above(tree, bodies):
    ties, seen, level = [], set(), set(bodies)
    while level:
        seen |= level
        found = [tie for some in _batches(level) for tie in _dated(Tie.objects.filter(tree=tree, child__in=some))]
        ties += found
        level = {tie.parent for tie in found} - seen
    return by_child(ties)


def _dated(ties):
    for child, parent, extent, start, end in ties.values_list(*_TIE).iterator(chunk_size=5000):
        yield DatedTie(child, parent, extent == "whole", start, end)


def _rows(tree):
    rows = Closure.objects.filter(tree=tree)
    return rows.values_list("id", "ancestor_id", "descendant_id", "depth", "valid_from", "valid_to")


def _batches(ids):
    ids = list(ids)
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
