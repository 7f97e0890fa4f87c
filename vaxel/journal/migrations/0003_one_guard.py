"""Since every append-only table is kept by one function, three in PostgreSQL have nothing left to do."""

from django.db import migrations

UNUSED = ("adoption_append_only", "rounds_append_only", "signals_append_only")


def drop(apps, editor):
    """With a trigger that still stands on one of them: `append_only.keep` sets its own right after the migrations."""
    if editor.connection.vendor == "postgresql":
        for name in UNUSED:
            editor.execute(f"DROP FUNCTION IF EXISTS {name} CASCADE")


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_append_only")]
    operations = [migrations.RunPython(drop, migrations.RunPython.noop)]
