"""Tables whose rows are added, never changed or taken away: the database itself refuses, also raw SQL.

Said once, in the capability's `ready()`: `append_only.keep(self, "rounds_receipt", says="receipts are append-only")`.
Emptying a whole database (`flush`, `restore`) passes by the one door (`guard.erasable`). The journal's own tables also
refuse TRUNCATE, and are guarded by a migration (`migrations/0002_append_only.py`).
"""

from django.db import connections
from django.db.models.signals import post_migrate

from vaxel.journal.witnessed import watch

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} WHEN journal_erasable() = 0
BEGIN SELECT RAISE(ABORT, '{says}'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('vaxel.journal_erasable', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$
"""
POSTGRES = """
CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION append_only('{says}')
"""


def keep(app, *tables, says):
    """`says` is the refusal, and goes into the trigger as it stands: plain English words, without quotes."""

    def install_after_migrate(using, **_):
        """Each time: SQLite remakes a table when a later migration alters it, and the triggers are gone."""
        connection = connections[using]
        if set(tables) <= set(connection.introspection.table_names()):
            install(connection, tables, says)

    for table in tables:
        watch(table)
    uid = f"journal.append_only.{app.label}.{tables[0]}"  # a capability may keep tables for more than one reason
    post_migrate.connect(install_after_migrate, sender=app, weak=False, dispatch_uid=uid)


def install(connection, tables, says):
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor, tables, says):
            cursor.execute(statement)


def _statements(vendor, tables, says):
    if vendor == "postgresql":
        return [POSTGRES_FUNCTION, *(POSTGRES.format(table=table, says=says) for table in tables)]
    each = [(table, verb) for table in tables for verb in ("UPDATE", "DELETE")]
    drops = [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for table, verb in each]
    return [*drops, *(SQLITE.format(table=table, verb=verb, says=says) for table, verb in each)]
