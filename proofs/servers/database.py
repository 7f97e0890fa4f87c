"""A migrated SQLite of the proof's own for what it does in its own process; inside the tests, the tests' own stands."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.test.utils import setup_test_environment, teardown_test_environment

from proofs.servers.ordinary import workplace


@contextmanager
def own_database() -> Iterator[None]:
    if "PYTEST_CURRENT_TEST" in os.environ:
        yield
        return
    from tests import databases

    connection = connections["default"]
    if connection.vendor != "sqlite":
        raise RuntimeError("This proof runs on an SQLite of its own: start it without DATABASE_URL.")
    with workplace("proof") as folder:
        connection.settings_dict["TEST"]["NAME"] = str(folder / "proof.sqlite3")
        setup_test_environment(debug=False)
        try:
            with databases.ready():
                yield
        finally:
            teardown_test_environment()
