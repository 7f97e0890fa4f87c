"""A full disk is told as such: nothing was saved, nothing is lost."""

import errno
import sqlite3

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg import errors

from vaxel.ui.faults.full import is_full
from vaxel.ui.faults.outage import is_outage


def told(cause):
    """As Django words a driver's own error."""
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


@pytest.fixture
def of_sqlite(tmp_path):
    """A database that may grow no more."""
    connection = sqlite3.connect(tmp_path / "small.sqlite3")
    connection.execute("CREATE TABLE one (words)")
    connection.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.Error) as found:
        connection.execute("INSERT INTO one VALUES (?)", ["x" * 100_000])
    return told(found.value)


def test_sqlite_and_postgresql_each_say_it_their_way(of_sqlite):
    assert is_full(of_sqlite)
    assert is_full(told(errors.DiskFull("could not extend file")))
    assert is_full(OSError(errno.ENOSPC, "No space left on device"))


def test_what_is_not_full(of_sqlite):
    assert not is_outage(of_sqlite)
    assert not is_full(told(errors.CannotConnectNow("in recovery")))
    assert not is_full(OSError(errno.ENOENT, "No such file"))
    assert not is_full(RuntimeError("ours"))
    assert not is_full(None)


def test_a_program_is_told_as_a_problem(monkeypatch):
    def full(*_):
        raise told(errors.DiskFull("could not extend file"))

    monkeypatch.setattr("vaxel.accounts.tokens.find", full)
    answer = Client(raise_request_exception=False).get("/api/v1/rounds", headers={"authorization": "Bearer vaxel_x"})
    assert (answer.status_code, answer["Content-Type"]) == (507, "application/problem+json")
    assert "Retry-After" not in answer
    assert "disk är full" in answer.json()["detail"]


@pytest.mark.urls("vaxel.ui.tests.pages_for_tests")
def test_a_person_is_told_on_a_page(monkeypatch):
    def full(_request):
        raise told(errors.DiskFull("could not extend file"))

    monkeypatch.setattr("vaxel.accounts.language._chosen", full)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 507
    assert "vår disk är full" in answer.content.decode()
