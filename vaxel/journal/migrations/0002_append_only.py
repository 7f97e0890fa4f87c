"""Entries and seals can be added, never changed or taken away.

SQLite forgets triggers when Django rebuilds a table: a later migration that alters one of these tables ends with
`RunPython(guard)` from here. `vaxel verify` says so if it was forgotten.
"""

from django.db import migrations

TABLES = ("journal_entry", "journal_seal")

SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb} ON {table} WHEN journal_erasable() = 0
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('vaxel.journal_erasable', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'the journal is append-only';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$
"""
POSTGRES = """
CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION journal_append_only();
CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only();
"""


def guard(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRES_FUNCTION)
    for table in TABLES:
        if editor.connection.vendor == "postgresql":
            editor.execute(POSTGRES.format(table=table))
        else:
            editor.execute(SQLITE.format(table=table, verb="UPDATE"))
            editor.execute(SQLITE.format(table=table, verb="DELETE"))


def unguard(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION journal_append_only CASCADE")
        return
    for table in TABLES:
        editor.execute(f"DROP TRIGGER {table}_no_UPDATE")
        editor.execute(f"DROP TRIGGER {table}_no_DELETE")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
