"""What most pages have nothing of: one question tells which of several have no answer, and those are then not asked.

@seldom
def corrections(round_id):
    return Correction.objects.filter(round=round_id)

with one_moment():
    foresee(corrections.of(7), reminders.of(7))   # one question
    corrections(7)                                # none, where there is none; else its own
"""

from itertools import count

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections

from vaxel.composed.guard import composing
from vaxel.composed.moment import answers, key, once_a_moment
from vaxel.composed.prepared import prepared
from vaxel.composed.question import LONGEST, SHAPES, composed
from vaxel.composed.values import Awaited, awaited, is_list, shape

NEVER = "1 = 0"
_kept: dict[tuple, tuple[str, tuple]] = {}


def seldom(build):
    """A composed question, asked once a moment, that a page may foresee to be without an answer."""
    ask = composed(build)
    asked = once_a_moment(ask)
    asked.of = lambda *values: Foreseen(build, ask, values)
    return asked


class Foreseen:
    """A question with its values, not asked yet."""

    def __init__(self, build, ask, values):
        self.build, self.ask, self.values = build, ask, values

    @property
    def is_short(self) -> bool:
        return not any(is_list(value) and len(value) > LONGEST for value in self.values)


def foresee(*questions: Foreseen) -> None:
    """Outside a moment nothing is remembered, so nothing is asked either."""
    known = answers()
    if known is None:
        return
    new = [one for one in questions if one.is_short and key(one.ask, one.values) not in known]
    for one, any_ in zip(new, _any_of(new), strict=True):
        if not any_:
            known[key(one.ask, one.values)] = []


def _any_of(questions):
    if not questions:
        return ()
    connection = connections[DEFAULT_DB_ALIAS]
    sql, params = _words(connection, questions)
    values = [list(value) if is_list(value) else value for one in questions for value in one.values]
    given = [one.among(values, connection) if isinstance(one, Awaited) else one for one in params]
    with prepared(connection), connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchone()


def _words(connection, questions):
    shapes = (connection.vendor, *((one.build, *map(shape, one.values)) for one in questions))
    if shapes not in _kept:
        with composing(DEFAULT_DB_ALIAS):
            words = _composed(questions)
        if len(_kept) >= SHAPES:
            return words
        _kept[shapes] = words
    return _kept[shapes]


def _composed(questions):
    place = count()
    parts = [_exists(one.build(*(awaited(next(place), value) for value in one.values))) for one in questions]
    return f"SELECT {', '.join(sql for sql, _params in parts)}", tuple(one for _sql, params in parts for one in params)


def _exists(queryset):
    try:
        sql, params = queryset.query.exists().get_compiler(using=queryset.db).as_sql()
    except EmptyResultSet:  # whatever the values are
        return NEVER, ()
    return f"EXISTS ({sql})", params
