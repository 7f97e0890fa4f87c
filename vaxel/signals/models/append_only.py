"""Steps are added, never changed or taken away: the database itself refuses, also raw SQL.

Emptying a whole database (`flush`, `restore`) passes by the journal's one door (`journal.guard.erasable`).
"""

from django.db import connections

TABLE = "signals_signalstep"
SAYS = "steps of a signal are append-only"

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} WHEN journal_erasable() = 0
BEGIN SELECT RAISE(ABORT, '{says}'); END
"""
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION signals_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('vaxel.journal_erasable', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$
"""
POSTGRES = f"""
CREATE OR REPLACE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE}
FOR EACH ROW EXECUTE FUNCTION signals_append_only()
"""


def install(connection):
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def _statements(vendor):
    if vendor == "postgresql":
        return [POSTGRES_FUNCTION, POSTGRES]
    verbs = ("UPDATE", "DELETE")
    drops = [f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}" for verb in verbs]
    return [*drops, *(SQLITE.format(table=TABLE, verb=verb, says=SAYS) for verb in verbs)]


def install_after_migrate(using, **_):
    """SQLite remakes a table when a later migration alters it, and the triggers are gone: put them back."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        install(connection)
