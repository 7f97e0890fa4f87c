"""A table's rows as plain values that are the same from both databases: text, whole numbers, bytes and nothing.

What is witnessed and what is saved are both read here, so that a database may move and its seals still hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

AT_ONCE = 5000
KINDS = {
    "DateTimeField": "time",
    "DateField": "day",
    "BooleanField": "flag",
    "UUIDField": "uuid",
    "JSONField": "json",
    "BinaryField": "bytes",
    "DecimalField": "decimal",
    "TokensField": "tokens",
}
# How each kind is asked for; what is not named comes as it lies. Times are UTC, without needless zeros, as SQLite
# keeps them; identities without dashes. A cast also keeps Django's converters away.
SQLITE = {"time": "CAST({} AS TEXT)", "day": "CAST({} AS TEXT)", "flag": "CAST({} AS INTEGER)"}
SQLITE |= {"decimal": "CAST({} AS TEXT)"}
POSTGRES = {
    "time": "replace(to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '.000000', '')",
    "day": "{}::text",
    "flag": "{}::int",
    "uuid": "replace({}::text, '-', '')",
    "json": "{}::text",
    "decimal": "trim_scale({})::text",
    "tokens": "array_to_string(tsvector_to_array({}), ' ')",
}


@dataclass(frozen=True)
class Column:
    name: str
    kind: str  # of KINDS, or "plain"


@dataclass(frozen=True)
class Table:
    name: str
    key: str
    columns: tuple[Column, ...]

    def only(self, names: Sequence[str]) -> "Table":
        kinds = {column.name: column for column in self.columns}
        return Table(self.name, self.key, tuple(kinds[name] for name in names))


def table_of(model: Any) -> Table:
    fields = [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]
    columns = tuple(Column(field.column, _kind(field)) for field in fields)
    return Table(model._meta.db_table, model._meta.pk.column, columns)


def _kind(field: Any) -> str:
    while field.is_relation:
        field = field.target_field
    return KINDS.get(field.get_internal_type(), "plain")


def selected(connection: Any, table: Table) -> str:
    """`SELECT … FROM …`, for the caller to narrow and order."""
    forms = POSTGRES if connection.vendor == "postgresql" else SQLITE
    quoted = connection.ops.quote_name
    wanted = ", ".join(forms.get(column.kind, "{}").format(quoted(column.name)) for column in table.columns)
    return f"SELECT {wanted} FROM {quoted(table.name)}"  # noqa: S608 - names of our own tables


def read(connection: Any, query: str) -> Iterator[tuple]:
    """Row by row without holding them all; on PostgreSQL inside a transaction of the caller's."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DECLARE vaxel_rows NO SCROLL CURSOR FOR {query}")
            query = f"FETCH {AT_ONCE} FROM vaxel_rows"
        cursor.execute(query)
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows
            if connection.vendor == "postgresql":
                cursor.execute(query)
        if connection.vendor == "postgresql":
            cursor.execute("CLOSE vaxel_rows")
