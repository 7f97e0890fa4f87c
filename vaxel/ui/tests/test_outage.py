"""A database that is away for a moment is told as such, and nothing else is."""

import sqlite3

import psycopg
import pytest
from django.db import DataError, IntegrityError, InterfaceError, InternalError, OperationalError
from django.test import Client
from psycopg import errors

from vaxel.ui.faults.outage import is_outage


def told(wrapper, cause):
    """As Django words a driver's own error."""
    error = wrapper(str(cause))
    error.__cause__ = cause
    return error


def of_sqlite(statement):
    with pytest.raises(sqlite3.Error) as found:
        sqlite3.connect(":memory:").execute(statement)
    return found.value


@pytest.mark.parametrize(
    ("wrapper", "cause"),
    [
        (OperationalError, psycopg.OperationalError("connection refused")),
        (InterfaceError, psycopg.InterfaceError("the connection is closed")),
        (OperationalError, errors.AdminShutdown("terminating connection")),
        (OperationalError, errors.CrashShutdown("terminating connection")),
        (OperationalError, errors.CannotConnectNow("in recovery")),
        (OperationalError, errors.TooManyConnections("too many")),
        (OperationalError, errors.DeadlockDetected("deadlock")),
        (InternalError, errors.ReadOnlySqlTransaction("read-only")),
    ],
)
def test_what_passes_by_itself(wrapper, cause):
    assert is_outage(told(wrapper, cause))


@pytest.mark.parametrize(
    ("wrapper", "cause"),
    [
        (OperationalError, errors.DiskFull("no space")),
        (DataError, errors.NumericValueOutOfRange("too big")),
        (IntegrityError, errors.UniqueViolation("twice")),
    ],
)
def test_what_does_not(wrapper, cause):
    assert not is_outage(told(wrapper, cause))


def test_of_sqlite_only_what_waited_too_long(tmp_path):
    path = tmp_path / "one.sqlite3"
    holder, waiter = sqlite3.connect(path), sqlite3.connect(path, timeout=0)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError) as busy:
        waiter.execute("BEGIN IMMEDIATE")
    assert is_outage(told(OperationalError, busy.value))
    assert not is_outage(told(OperationalError, of_sqlite("SELECT x FROM y")))


def test_a_fault_of_our_own_is_none():
    assert not is_outage(RuntimeError("ours"))
    assert not is_outage(None)


@pytest.mark.django_db
@pytest.mark.urls("vaxel.ui.tests.pages_for_tests")
def test_a_page_that_loses_its_database_says_when_to_come_again():
    answer = Client(raise_request_exception=False).get("/prov/avbrott/")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "når inte sin databas just nu" in answer.content.decode()
    assert 'id="fault"' in answer.content.decode()


@pytest.mark.urls("vaxel.ui.tests.pages_for_tests")
def test_so_does_one_whose_login_could_not_be_read(monkeypatch):
    """Before any page, in what reads the session."""

    def gone(request):
        raise told(OperationalError, psycopg.OperationalError("connection refused"))

    monkeypatch.setattr("vaxel.accounts.language._chosen", gone)
    answer = Client(raise_request_exception=False).get("/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_a_program_is_told_as_a_problem(monkeypatch):
    def gone(*_):
        raise told(OperationalError, psycopg.OperationalError("connection refused"))

    monkeypatch.setattr("vaxel.accounts.tokens.find", gone)
    answer = Client(raise_request_exception=False).get("/api/v1/rounds", headers={"authorization": "Bearer vaxel_x"})
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer["Retry-After"] == "5"
