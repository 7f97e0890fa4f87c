from django.db import migrations


def uncompressed(apps, editor):
    """A vector is read far more often than disk is short: PostgreSQL would unpack it every time."""
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE rounds_statevector ALTER COLUMN states SET STORAGE EXTERNAL")


class Migration(migrations.Migration):
    dependencies = [("rounds", "0003_one_index_per_key")]
    operations = [migrations.RunPython(uncompressed, migrations.RunPython.noop)]
