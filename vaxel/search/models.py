"""The index: one row per thing that can be found. Who may see it is asked of its source, never kept here."""

from django.db import models
from django.db.models import CharField, Lookup

from vaxel.search.domain.words import spaced


class TokensField(models.Field):
    """A set of ready-made tokens: a tsvector on PostgreSQL; on SQLite text, which triggers keep in an FTS5 table."""

    def db_type(self, connection):
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value, compiler, connection):
        return "array_to_tsvector(%s::text[])" if connection.vendor == "postgresql" else "%s"

    def get_db_prep_value(self, value, connection, prepared=False):
        return list(value) if connection.vendor == "postgresql" else spaced(value)


@TokensField.register_lookup
class Finds(Lookup):
    """`tokens__finds=asked`: every term is there. The words are quoted for each, never read by its own parser."""

    lookup_name = "finds"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "%s", [_postgres(value) if connection.vendor == "postgresql" else _fts5(value)]

    def as_postgresql(self, compiler, connection):
        left, params = self.process_lhs(compiler, connection)
        return f"{left} @@ %s::tsquery", [*params, _postgres(self.rhs)]

    def as_sqlite(self, compiler, connection):
        table = compiler.quote_name_unless_alias(self.lhs.alias)
        ours = f"{table}.id IN (SELECT rowid FROM search_words WHERE search_words MATCH %s)"  # noqa: S608
        return ours, [_fts5(self.rhs)]


def _postgres(asked):
    return " & ".join(_either(term, lambda word: f"'{word}'", "'{}':*", " | ") for term in asked.terms)


def _fts5(asked):
    return " AND ".join(_either(term, lambda word: f'"{word}"', '"{}"*', " OR ") for term in asked.terms)


def _either(term, whole, beginning, either):
    """Tokens are letters and digits alone, so nothing in them can end the quotes."""
    if not term.beginning:
        return whole(term.token)
    return f"({whole(term.token)}{either}{beginning.format(term.beginning)})"


class Entry(models.Model):
    source = CharField(max_length=60)
    object_id = models.BigIntegerField()
    within = models.BigIntegerField(null=True)
    kind = CharField(max_length=30, blank=True)
    title = CharField(max_length=300)
    text = models.TextField(blank=True)
    day = models.DateField(null=True)
    title_tokens = models.TextField()  # spaced: what is found there comes first
    plain = models.TextField()  # the words in order, without marks, spaced: for what stands in quotes
    tokens = TokensField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "object_id"], name="one_entry_per_thing")]
        indexes = [models.Index(fields=["source", "within"], name="search_within")]
