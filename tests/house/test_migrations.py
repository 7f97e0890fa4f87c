import ast
import io

import pytest
from django.core.management import call_command

from devtools.places import ROOT
from tests import databases

PACKAGE = ROOT / "vaxel"

pytestmark = pytest.mark.static


@pytest.mark.django_db
def test_models_and_migrations_agree():
    said = io.StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=said, stderr=said)
    except SystemExit:
        pytest.fail(f"python manage.py makemigrations is needed:\n{said.getvalue()}", pytrace=False)


def test_no_migration_reads_what_the_tests_database_is_not_named_by():
    """The database is kept under a hash of what made it (tests/databases.py): whatever migrations can reach is in it."""
    named = set(databases.read_by_migrations())
    reached = _reached([*PACKAGE.glob("*/migrations/*.py"), *_answering_post_migrate()])
    assert len(reached) > 100, "the walk goes further than the migrations themselves"
    assert not {str(path.relative_to(ROOT)) for path in reached - named}


def _answering_post_migrate():
    return [path for path in PACKAGE.rglob("*.py") if "install_after_migrate(" in path.read_text(encoding="utf-8")]


def _reached(begin):
    found, ahead = set(), list(begin)
    while ahead:
        path = ahead.pop()
        if path not in found:
            found.add(path)
            ahead += [there for name in _imported(path) if (there := _file(name))]
    return found


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _file(name):
    base = ROOT / name.replace(".", "/")
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)
