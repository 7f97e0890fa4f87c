from django.db import migrations, models


def uncompressed(apps, editor):
    """As the vectors themselves: read far more often than written."""
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE rounds_statevector ALTER COLUMN totals SET STORAGE EXTERNAL")


class Migration(migrations.Migration):
    dependencies = [("rounds", "0004_vectors_uncompressed")]
    operations = [
        migrations.AddField("statevector", "totals", models.BinaryField(null=True)),
        migrations.RunPython(uncompressed, migrations.RunPython.noop),
    ]
