"""All that a database holds, as text: every column of every table, whoever made it, the search engine's own too."""

from django.db import connection


def everything():
    """(table, text) of each row."""
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            for row in cursor.fetchall():
                yield name, " ".join(_readable(value) for value in row)


def _readable(value):
    if isinstance(value, memoryview | bytes):
        return bytes(value).decode("utf-8", "ignore")
    text = str(value)
    return text.encode("ascii", "ignore").decode("unicode_escape", "ignore") + text if "\\u" in text else text
