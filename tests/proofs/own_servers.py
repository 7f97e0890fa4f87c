"""A short proof runs on the kind of database that the suite runs on: each run of the suite proves its own."""

import pytest
from django.conf import settings

IS_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
needs_postgres = pytest.mark.skipif(not IS_POSTGRES, reason="what PostgreSQL promises")
OWN = "PostgreSQL" if IS_POSTGRES else "SQLite"


def unmet(figures) -> set[str]:
    """The names of the goals that were missed."""
    return {figure.name.split(": ")[-1] for figure in figures if not figure.ok}
