"""What must hold before a part starts."""

from django.core.management import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _


def require_migrated() -> None:
    """A server on yesterday's tables fails page by page; better to say so at once."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise CommandError(
            _("databasen är inte i den här versionen: %d steg återstår. Kör: vaxel migrate") % len(missing)
        )
