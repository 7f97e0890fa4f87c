"""What was saved comes back equal in either database, and what is tampered with is found: in short."""

import pytest

from proofs import restore
from proofs.promise import all_met
from proofs.restore import equal


def test_saved_moved_and_tampered_with():
    figures = list(restore.run(0.001))
    assert all_met(figures), [figure for figure in figures if not figure.ok]


@pytest.mark.parametrize("change", ["UPDATE network_body SET kind = 'x'", "DELETE FROM network_body", ""])
def test_a_table_that_differs_is_told(tmp_path, change):
    import sqlite3

    places = []
    for name in ("one", "other"):
        path = tmp_path / name
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE network_body (id integer, kind text)")
            connection.execute("INSERT INTO network_body VALUES (1, 'unit')")
            if name == "other" and change:
                connection.execute(change)
        places.append(f"sqlite:///{path}")
    assert equal.differing(*places) == (["network_body"] if change else [])
