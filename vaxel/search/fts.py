"""SQLite's half of the index: an FTS5 table over the entries' tokens, kept by triggers. PostgreSQL has a GIN index.

The `ascii` tokenizer takes every letter beyond ASCII as it is; the words were made before (domain/words.py).
"""

from django.db import connections

TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING
fts5(tokens, content='search_entry', content_rowid='id', tokenize='ascii', detail='none', prefix='2 3 4')
"""
TRIGGERS = (
    """
CREATE TRIGGER IF NOT EXISTS search_entry_ai AFTER INSERT ON search_entry BEGIN
INSERT INTO search_words(rowid, tokens) VALUES (new.id, new.tokens); END
""",
    """
CREATE TRIGGER IF NOT EXISTS search_entry_ad AFTER DELETE ON search_entry BEGIN
INSERT INTO search_words(search_words, rowid, tokens) VALUES ('delete', old.id, old.tokens); END
""",
    """
CREATE TRIGGER IF NOT EXISTS search_entry_au AFTER UPDATE ON search_entry BEGIN
INSERT INTO search_words(search_words, rowid, tokens) VALUES ('delete', old.id, old.tokens);
INSERT INTO search_words(rowid, tokens) VALUES (new.id, new.tokens); END
""",
)
GIN = "CREATE INDEX IF NOT EXISTS search_entry_tokens ON search_entry USING gin (tokens)"


def install(connection):
    statements = (TABLE, *TRIGGERS) if connection.vendor == "sqlite" else (GIN,)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def install_after_migrate(using="default", **_kwargs):
    """SQLite remakes a table when a later migration alters it, and the triggers are gone: put them back.

    On the way back to a version without search the entries are gone: then what told of them goes too.
    """
    connection = connections[using]
    if "search_entry" in connection.introspection.table_names():
        install(connection)
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS search_words")


def refill(connection):
    """The FTS5 table anew from the entries; PostgreSQL's index needs no help."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('rebuild')")


def tidy(connection):
    """What was taken out leaves a mark in SQLite's own tables until they are merged: after an erasure, at once."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('optimize')")


def is_whole(connection):
    """Does the FTS5 table hold what the entries hold?"""
    from django.db import DatabaseError, transaction

    if connection.vendor != "sqlite":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True
