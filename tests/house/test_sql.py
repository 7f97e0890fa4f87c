"""No SQL is built from what somebody sends: each statement is constant, or stands below with its reason.

Four ordinary logged-in users got into a peer's database this way (research/reliability §3), so a new one fails here.
"""

import ast
from pathlib import Path

import pytest

pytestmark = pytest.mark.static

PACKAGE = Path(__file__).resolve().parents[2] / "vaxel"
# Where a statement goes in, by the name of what is called; `copy` is psycopg's own.
ASKING = {"execute", "executemany", "executescript", "callproc", "raw", "extra", "copy", "RawSQL", "RunSQL", "SQL"}

# "file: where": why what is not constant there never holds what somebody has sent.
REASONS = {
    "composed/foreseeing.py: _any_of": "what Django composed of each queryset, side by side; the values are parameters",
    "composed/prepared.py: _cursor": "the statement that Django composed, on its way to PostgreSQL",
    "journal/append_only.py: install": "its tables and sentence are constants of the apps that call `keep`",
    "journal/checks.py: unguarded": "one of two constants, by the database's kind",
    "journal/migrations/0002_append_only.py: guard": "the names of our own two tables",
    "journal/migrations/0002_append_only.py: unguard": "the names of our own two tables",
    "journal/migrations/0003_one_guard.py: drop": "the names of our own functions",
    "search/fts.py: install": "one of two tuples of constants, by the database's kind",
    "network/models/refusals.py: install": "made of RULES, constants of that very file",
    "network/commands/closing.py: write": "COLUMNS is a constant; the values are parameters",
    "rounds/commands/storage.py: _in_one_statement": "made of a step's and its columns' constants; the rest are parameters",
    "rounds/commands/bulk.py: counted_anew": "the names of our own tables",
    "rounds/commands/bulk.py: room": "a constant of that file, and what SQLite said it had",
    "rounds/commands/bulk.py: load": "tables and columns are named by the commands that call it, never by a request",
    "rounds/commands/frames.py: _made": "a constant but for the tables' own names; the frame's values are parameters",
    "rounds/commands/send.py: run": "the constants of that file; the values are parameters",
    "rounds/queries/audience_order.py: in_order": "Django's own SQL of a queryset, with its parameters beside it",
    "rounds/queries/vectors.py: _stored": "a constant with as many places as there are ids",
    "rounds/queries/vectors.py: _unfolded": "a constant with as many places as there are ids",
    "adoption/queries/vectors.py: _unfolded": "a constant with as many places as there are ids",
    "site/serving/ticking.py: _ask": "one of two constants of that file",
    "adoption/queries/curve.py: _changes": "a constant, with or without one condition; the values are parameters",
    "journal/reading.py: newest": "the name of our own table",
    "journal/rows.py: read": "a query that the journal's watched tables make of our own tables' names",
    "site/keeping/identities.py: last_id": "PostgreSQL's own name of a table's counter",
    "site/keeping/loading.py: _copy": "our own tables' names, quoted",
    "site/keeping/loading.py: _insert": "our own tables' names, quoted",
    "site/keeping/restoring.py: _clear_seeds": "our own tables' names, quoted",
    "site/keeping/restoring.py: _require_empty": "our own tables' names, quoted",
    "site/keeping/snapshot.py: snapshot": "one of two constants of that file",
    "site/cli.py: _run": "a command of Django's, no SQL",
}


def _found(source: str) -> list[tuple[str, int]]:
    """(function, line) of each statement that is not constant as it stands."""
    tree = ast.parse(source)
    constants = _constants(tree)
    return [(where, call.lineno) for where, call in _calls(tree, "") if not _is_constant(_statement(call), constants)]


def _calls(node, where):
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not where else where
        if isinstance(child, ast.Call) and _name(child.func) in ASKING and (child.args or child.keywords):
            yield where, child
        yield from _calls(child, inside)


def _name(called):
    if isinstance(called, ast.Attribute):
        return called.attr
    return "" if getattr(called, "id", "") == "copy" else getattr(called, "id", "")  # a function of our own, with files


def _statement(call):
    return call.args[0] if call.args else next((one.value for one in call.keywords if one.arg == "sql"), None)


def _constants(tree):
    """The module's own names that hold nothing but text."""
    known: set[str] = set()
    for one in tree.body:
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            (known.add if _is_constant(one.value, known) else known.discard)(one.targets[0].id)
    return known


def _is_constant(node, known):
    if isinstance(node, ast.Name):
        return node.id in known
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _is_constant(node.left, known) and _is_constant(node.right, known)
    return isinstance(node, ast.Constant)


def _in_the_house():
    for path in sorted(PACKAGE.rglob("*.py")):
        if "tests" not in path.parts and not path.name.startswith("test_"):
            for where, _line in _found(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(PACKAGE).as_posix()}: {where}"


def test_every_statement_is_constant_or_has_its_reason():
    found = set(_in_the_house())
    assert not found - REASONS.keys(), (
        "Write it with the ORM, or as a constant with parameters; else say why in REASONS."
    )
    assert not REASONS.keys() - found, "Nothing is asked there any more."


@pytest.mark.parametrize(
    "source",
    [
        "def find(q):\n cursor.execute(f'SELECT 1 WHERE name = {q}')",
        "def find(q):\n cursor.execute('SELECT 1 WHERE name = ' + q)",
        "def find(q):\n cursor.execute('SELECT %s' % q)",
        "def find(q):\n cursor.execute('SELECT {}'.format(q))",
        "def find(q):\n Body.objects.raw(q)",
        "def find(q):\n Body.objects.extra(where=[q])",
        "def find(q):\n Body.objects.annotate(a=RawSQL(q, []))",
        "SQL = 'SELECT 1'\nSQL = SQL + q\ndef find(q):\n cursor.execute(SQL)",
    ],
)
def test_the_rule_itself_finds(source):
    assert [where for where, _line in _found(source)] == ["find"]


@pytest.mark.parametrize(
    "source",
    [
        "def find(q):\n cursor.execute('SELECT 1 WHERE name = %s', [q])",
        "SQL = 'SELECT ' + '1'\ndef find(q):\n cursor.execute(SQL, [q])",
    ],
)
def test_the_rule_itself_lets_through(source):
    assert not _found(source)
