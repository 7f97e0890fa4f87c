"""What most pages have nothing of: one question tells which of several have no answer, and those are then not asked.

@seldom
def corrections(round_id):
    return Correction.objects.filter(round=round_id)

with one_moment():
    foresee(corrections.of(7), reminders.of(7))   # one question
    corrections(7)                                # none, where there is none; else its own
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections

from vaxel.composed.moment import answers, key, once_a_moment
from vaxel.composed.prepared import prepared
from vaxel.composed.question import LONGEST, build_of, composed, given, kept_words, listed
from vaxel.composed.values import is_list, shape

NEVER = "1 = 0"


def seldom(build):
    """A composed question, asked once a moment, that a page may foresee to be without an answer."""
    ask, kept = composed(build), {}
    asked = once_a_moment(ask)
    asked.of = lambda *values: Foreseen(build, ask, values, kept)
    return asked


@dataclass(frozen=True)
class Foreseen:
    """A question with its values, not asked yet. `kept`: how whether it has an answer is asked, for each shape of values."""

    build: Callable
    ask: Callable
    values: tuple
    kept: dict

    @property
    def key(self):
        return key(self.ask, self.values)

    @property
    def is_short(self) -> bool:
        return not any(is_list(value) and len(value) > LONGEST for value in self.values)

    def words(self, connection):
        """(SQL, parameters) of whether it has an answer."""
        sql, params = kept_words(self.kept, (connection.vendor, *map(shape, self.values)), self._exists)
        return sql, given(params, listed(self.values), connection)

    def _exists(self):
        queryset = build_of(self.build, self.values)
        try:
            sql, params = queryset.query.exists().get_compiler(using=queryset.db).as_sql()
        except EmptyResultSet:  # whatever the values are
            return NEVER, ()
        return f"EXISTS ({sql})", params


def foresee(*questions: Foreseen) -> None:
    """Outside a moment nothing is remembered, so nothing is asked either."""
    known = answers()
    if known is None:
        return
    new = [one for one in questions if one.is_short and one.key not in known]
    for one, any_ in zip(new, _any_of(new), strict=True):
        if not any_:
            known[one.key] = []


def _any_of(questions):
    if not questions:
        return ()
    connection = connections[DEFAULT_DB_ALIAS]
    words = [one.words(connection) for one in questions]
    with prepared(connection), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(sql for sql, _params in words)}", [one for _sql, params in words for one in params]
        )
        return cursor.fetchone()
