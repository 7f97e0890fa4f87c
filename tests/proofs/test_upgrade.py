"""The proof of upgrades in short, and that it can fail."""

import sqlite3
from dataclasses import replace

import pytest

from proofs import upgrade
from proofs.promise import all_met
from proofs.upgrade.releases import MissingError, releases, take_out
from proofs.upgrade.rows import Database, differing, hashes, in_both

pytestmark = pytest.mark.static  # on databases of its own


def test_the_release_before_goes_up_and_back():
    try:
        figures = list(upgrade.run(0.01))
    except MissingError as missing:
        pytest.skip(str(missing))
    assert all_met(figures), [figure for figure in figures if not figure.ok]


def test_a_clone_that_does_not_reach_back_says_so(tmp_path):
    with pytest.raises(MissingError, match="git fetch"):
        take_out(replace(releases()[0], commit="0" * 40), tmp_path)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "some.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "CREATE TABLE body (id INTEGER PRIMARY KEY, name TEXT, code TEXT);"
            "INSERT INTO body VALUES (1, 'Falun', '2080'), (2, 'Mora', '2062');"
        )
    return Database(f"sqlite:///{path}")


@pytest.mark.parametrize(
    ("what", "differ"),
    [
        ("UPDATE body SET name = 'Orsa' WHERE id = 1", 2),
        ("DELETE FROM body WHERE id = 1", 1),
        ("INSERT INTO body VALUES (3, 'Orsa', '2034')", 1),
        ("ALTER TABLE body ADD COLUMN kind TEXT", 0),
        ("ALTER TABLE body DROP COLUMN code", 0),
        ("DROP TABLE body", 2),
    ],
)
def test_what_a_migration_does_to_rows_is_seen(database, what, differ):
    columns = database.columns()
    stood = database.rows(columns)
    database.change(what)
    shared = in_both(columns, database.columns())
    now = hashes(database.rows(shared), shared, shared)
    assert differing(hashes(stood, columns, {**columns, **shared}), now) == differ
