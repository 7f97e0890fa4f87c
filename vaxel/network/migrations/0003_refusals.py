from django.db import migrations

from vaxel.network.models import refusals


def install(apps, schema_editor):
    refusals.install(schema_editor.connection)


class Migration(migrations.Migration):
    """Overlaps and rings are refused by the database: constraints on PostgreSQL, triggers on SQLite."""

    dependencies = [("network", "0002_names_and_keys")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
