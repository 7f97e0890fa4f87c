"""Steps and openings are added, never changed or taken away: the database itself refuses, also raw SQL.

Emptying a whole database passes by the journal's one door (`journal.guard.erasable`), as for receipts.
"""

from django.db import connections

TABLES = ("adoption_adoptionstep", "adoption_opening")
SAYS = "steps of adoption are append-only"

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} WHEN journal_erasable() = 0
BEGIN SELECT RAISE(ABORT, '{says}'); END
"""
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION adoption_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('vaxel.journal_erasable', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$
"""
POSTGRES = """
CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION adoption_append_only()
"""


def install(connection):
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def _statements(vendor):
    if vendor == "postgresql":
        return [POSTGRES_FUNCTION, *(POSTGRES.format(table=table) for table in TABLES)]
    each = [(table, verb) for table in TABLES for verb in ("UPDATE", "DELETE")]
    drops = [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for table, verb in each]
    return [*drops, *(SQLITE.format(table=table, verb=verb, says=SAYS) for table, verb in each)]


def install_after_migrate(using, **_):
    """SQLite remakes a table when a later migration alters it, and the triggers are gone: put them back."""
    connection = connections[using]
    if set(TABLES) <= set(connection.introspection.table_names()):
        install(connection)
