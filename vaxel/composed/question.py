"""The decorator, and the words it keeps."""

import functools
import threading
from collections.abc import Callable
from copy import copy as duplicate
from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections

from vaxel.composed.guard import composing
from vaxel.composed.prepared import prepared
from vaxel.composed.rows import maker
from vaxel.composed.values import Awaited, awaited, is_list, shape

LONGEST = 50  # list: each length has words of its own
SHAPES = 200  # of one question; what a process meets beyond them is composed each time


def composed(build):
    """`build` makes a queryset of its arguments; decorated, it gives a list of the queryset's rows.

    The arguments are values and lists of values, not querysets or models. `build` only places them in filters: it is
    called with what stands for them, and what it concluded from a value would hold for every value. None, booleans and
    members of an enum it is given as they are: they are part of the question.
    """
    kept: dict[tuple, _Words] = {}

    @functools.wraps(build)
    def asked(*values) -> list:
        if any(is_list(value) and len(value) > LONGEST for value in values):
            return list(build(*values))
        shapes = (connections[DEFAULT_DB_ALIAS].vendor, *map(shape, values))
        words = kept_words(kept, shapes, lambda: _words(build_of(build, values)))
        return words.asked(listed(values))

    return asked


def kept_words(kept, shapes, compose):
    """As they were composed the first time for these shapes."""
    words = kept.get(shapes)
    if words is None:
        with composing(DEFAULT_DB_ALIAS):
            words = compose()
        if len(kept) < SHAPES:
            kept[shapes] = words
    return words


def build_of(build, values):
    return build(*(awaited(place, value) for place, value in enumerate(values)))


def listed(values):
    return [list(value) if is_list(value) else value for value in values]


def _words(queryset):
    compiler = queryset.query.get_compiler(using=queryset.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:  # whatever the values are
        return _Words(compiler, "", (), list)
    return _Words(compiler, sql, params, maker(queryset, compiler))


def given(params, values, connection) -> tuple:
    return tuple(one.among(values, connection) if isinstance(one, Awaited) else one for one in params)


@dataclass(frozen=True)
class _Words:
    compiler: object
    sql: str
    params: tuple
    made: Callable
    of_thread: threading.local = field(default_factory=threading.local)

    def asked(self, values) -> list:
        if not self.sql:
            return []
        connection = connections[self.compiler.using]
        params = given(self.params, values, connection)
        compiler = self._of(connection)
        compiler.as_sql = lambda *_, **__: (self.sql, params)
        with prepared(connection):
            return self.made(compiler.results_iter())

    def _of(self, connection):
        """Each thread has a connection of its own, and what its rows are converted by is the same each time."""
        if getattr(self.of_thread, "connection", None) is not connection:
            compiler = duplicate(self.compiler)
            compiler.connection = connection
            converters = compiler.get_converters([one for one, *_ in compiler.select[: compiler.col_count]])
            compiler.get_converters = lambda _fields: converters
            self.of_thread.connection, self.of_thread.compiler = connection, compiler
        return self.of_thread.compiler
