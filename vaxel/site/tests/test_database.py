"""DATABASE_URL: what an operator writes, and what Django and libpq are then told."""

import pytest

from vaxel.site.database import database


def test_one_host_as_always():
    found = database("postgres://vaxel:hem%40lig@db:5433/vaxel?sslmode=require")
    assert (found["HOST"], found["PORT"], found["USER"], found["PASSWORD"]) == ("db", 5433, "vaxel", "hem@lig")
    assert found["OPTIONS"]["sslmode"] == "require"
    assert "target_session_attrs" not in found["OPTIONS"]


@pytest.mark.parametrize(
    ("hosts", "host", "port"),
    [
        ("db1,db2", "db1,db2", "5432,5432"),
        ("db1:5433,db2", "db1,db2", "5433,5432"),
        ("10.0.0.1:5432,[fd00::2]:5434", "10.0.0.1,fd00::2", "5432,5434"),
    ],
)
def test_several_hosts_are_those_that_may_be_written_to(hosts, host, port):
    found = database(f"postgres://vaxel:x@{hosts}/vaxel")
    assert (found["HOST"], found["PORT"], found["USER"], found["NAME"]) == (host, port, "vaxel", "vaxel")
    assert found["OPTIONS"]["target_session_attrs"] == "read-write"


def test_what_the_operator_says_goes_before():
    found = database("postgres://a,b/vaxel?target_session_attrs=any&connect_timeout=2")
    assert found["OPTIONS"]["target_session_attrs"] == "any"
    assert found["OPTIONS"]["connect_timeout"] == 2


def test_no_host_is_waited_for_without_end():
    options = database("postgres://db/vaxel")["OPTIONS"]
    assert options["connect_timeout"] <= 5
    assert options["tcp_user_timeout"] <= 10_000


def test_sqlite_takes_its_turn_before_it_writes():
    assert database("sqlite:////tmp/a.sqlite3")["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize("url", ["mongo://x", "postgres://a:b:c,d/vaxel"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(ValueError):  # as `vaxel` says it, in words
        database(url)


@pytest.mark.parametrize(
    ("said", "threshold"), [("", 0), ("?prepare_threshold=9", 9), ("?prepare_threshold=none", None)]
)
def test_plans_are_kept_unless_a_pool_lends_connections(said, threshold):
    assert database(f"postgres://db/vaxel{said}")["OPTIONS"]["prepare_threshold"] == threshold
