"""Time-driven work: one failure stops nothing else, and two hosts never do it at once."""

import os
import signal
import threading

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils.module_loading import import_string

from vaxel.site.serving import ticking
from vaxel.site.ticks import TICKS

pytestmark = pytest.mark.django_db

done = []


def seal():
    done.append("seal")
    return 3


def fall():
    raise RuntimeError("the mail server is down")


@pytest.fixture(autouse=True)
def _nothing_done_yet():
    done.clear()


@pytest.fixture
def names(monkeypatch):
    """By name, as ticks.py gives them; this module may be imported under any name."""
    doors = {"fall": fall, "seal": seal}
    monkeypatch.setattr(ticking, "import_string", doors.__getitem__)
    return list(doors)


def test_one_failure_stops_nothing_else(names):
    answers = ticking.tick(names)
    assert isinstance(answers["fall"], RuntimeError)
    assert answers["seal"] == 3
    assert done == ["seal"]


def test_the_exit_code_tells(names, monkeypatch, capsys):
    monkeypatch.setattr("vaxel.site.management.commands.tick.TICKS", names)
    monkeypatch.setattr("vaxel.site.serving.ready.require_migrated", lambda: None)
    with pytest.raises(CommandError, match="fall föll"):
        call_command("tick")
    assert "seal: 3" in capsys.readouterr().out


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite is one machine")
def test_two_hosts_never_do_it_at_once(names):
    parameters = connection.get_connection_params()
    wanted = {key: parameters[key] for key in ("dbname", "user", "host", "port") if key in parameters}
    with psycopg.connect(**wanted, autocommit=True) as other_host:
        other_host.execute("SELECT pg_advisory_lock(%s)", [ticking.LOCK])
        assert ticking.tick(names) is None
        assert done == []
        other_host.execute("SELECT pg_advisory_unlock(%s)", [ticking.LOCK])
    assert ticking.tick(["seal"]) == {"seal": 3}


def test_a_database_that_is_away_does_not_end_the_tick(monkeypatch):
    """It goes on when the database is back: nobody has to start it again."""
    gone = OperationalError("connection refused")
    gone.__cause__ = psycopg.OperationalError("connection refused")
    answers = iter([gone, gone, None])

    def once_in_a_while(*_, **__):
        done.append("tried")
        if answer := next(answers):
            raise answer
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("vaxel.site.serving.ready.require_migrated", lambda: None)
    monkeypatch.setattr("vaxel.site.management.commands.tick.tick", once_in_a_while)
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(threading.Event, "wait", lambda self, *_: self.is_set())
    try:
        call_command("tick", every=1)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
    assert done == ["tried"] * 3


def test_the_worker_goes_on_too(monkeypatch):
    gone = OperationalError("connection refused")
    gone.__cause__ = psycopg.OperationalError("connection refused")
    answers = iter([gone, None])

    def work(*_, **__):
        done.append("tried")
        if answer := next(answers):
            raise answer

    monkeypatch.setattr("vaxel.site.serving.ready.require_migrated", lambda: None)
    monkeypatch.setattr("vaxel.site.management.commands.worker.call_command", work)
    monkeypatch.setattr("vaxel.site.management.commands.worker.connections.close_all", lambda: done.append("closed"))
    monkeypatch.setattr("vaxel.site.management.commands.worker.time.sleep", lambda _: None)
    call_command("worker")
    assert done == ["tried", "closed", "tried"]


@pytest.mark.parametrize("name", TICKS)
def test_everything_listed_exists(name):
    assert callable(import_string(name))


@pytest.mark.django_db(transaction=True)
def test_the_real_ones_run_on_an_empty_database():
    answers = ticking.tick(TICKS)
    assert not [answer for answer in answers.values() if isinstance(answer, Exception)]
