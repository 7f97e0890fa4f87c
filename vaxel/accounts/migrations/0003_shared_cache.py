"""Where login attempts are counted: in the database, so that every process and host counts together."""

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", "shared_cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_log_out_and_inviter")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
