"""What becomes of the database's rows, as Django's own iterables make it; worked out once for each question's words."""

from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)


def maker(queryset, compiler):
    """A function from rows to what the queryset would have given."""
    kinds = {ModelIterable: _models, ValuesListIterable: _tuples, FlatValuesListIterable: _firsts}
    return kinds[queryset._iterable_class](queryset, compiler)


def _models(queryset, compiler):
    of, places, database = compiler.klass_info["model"], compiler.klass_info["select_fields"], queryset.db
    own = slice(places[0], places[-1] + 1)
    names = [column.target.attname for column, *_ in compiler.select[own]]
    beside = get_related_populators(compiler.klass_info, compiler.select, database)
    annotated = tuple(compiler.annotation_col_map.items())

    def made(row):
        found = of.from_db(database, names, row[own])
        for one in beside:
            one.populate(row, found)
        for name, place in annotated:
            setattr(found, name, row[place])
        return found

    return lambda rows: [made(row) for row in rows]


def _tuples(_queryset, _compiler):
    return lambda rows: [tuple(row) for row in rows]


def _firsts(_queryset, _compiler):
    return lambda rows: [row[0] for row in rows]
