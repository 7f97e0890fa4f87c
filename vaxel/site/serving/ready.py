"""What must hold before a part starts."""

import socket

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


def require_free(host: str, port: int) -> None:
    """The web server itself would try five times and then say so in its own words."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OverflowError:
            raise CommandError(_("en port är ett tal från 1 till 65535."), returncode=2) from None
        except OSError as error:
            said = error.strerror
            raise CommandError(_("kan inte lyssna på %s:%d (%s). Välj en annan: --port") % (host, port, said)) from None
