"""Any capability's table can be kept append-only, and the guard is put back each time the migrations have run."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from vaxel.journal.append_only import install
from vaxel.journal.guard import erasable

KEPT = ["rounds_receipt", "signals_signalstep", "adoption_adoptionstep", "adoption_opening"]
ACTS = ["UPDATE ledger SET said = 'ja'", "DELETE FROM ledger"]


def sql(*statements):
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def ledger(db):
    sql("CREATE TABLE ledger (said varchar(9))")
    install(connection, ["ledger"], "the ledger is append-only")
    sql("INSERT INTO ledger VALUES ('nej')")


@pytest.mark.parametrize("act", ACTS)
def test_it_is_added_to_and_nothing_else(ledger, act):
    with pytest.raises(DatabaseError, match="the ledger is append-only"):
        sql(act)
    with erasable():
        sql(act)


def test_put_there_twice_it_holds_as_well(ledger):
    install(connection, ["ledger"], "the ledger is append-only")
    with pytest.raises(DatabaseError, match="append-only"):
        sql(ACTS[1])


@pytest.mark.django_db(transaction=True)
def test_what_a_rebuilt_table_has_lost_is_put_back_by_migrate():
    for table in KEPT:
        assert triggers(table)
        _lose(table)
        assert not triggers(table)
    call_command("migrate", verbosity=0)
    assert all(triggers(table) for table in KEPT)


def triggers(table):
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = %s::regclass"
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        found = [name for (name,) in cursor.fetchall()]
    return [name for name in found if name.startswith((f"{table}_append_only", f"{table}_no_"))]


def _lose(table):
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    for name in triggers(table):
        sql(f'DROP TRIGGER "{name}"{on}')
