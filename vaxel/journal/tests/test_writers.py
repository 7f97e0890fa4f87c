"""Several writers and sealers at once, each with its own connection."""

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import wraps

import pytest
from django.db import connection, transaction

from vaxel import journal
from vaxel.journal.models import Entry, Seal

pytestmark = pytest.mark.django_db(transaction=True)


def own_connection(act):
    @wraps(act)
    def _act(*args):
        try:
            return act(*args)
        finally:
            connection.close()

    return _act


def test_two_sealers_and_four_writers_make_one_chain(someone):
    done = threading.Event()

    @own_connection
    def writer(_):
        for number in range(25):
            with transaction.atomic():
                journal.record("test.act", by=someone, facts={"number": number})

    @own_connection
    def sealer(_):
        total = 0
        while not done.is_set():
            total += journal.seal()
        return total + journal.seal()

    with ThreadPoolExecutor(6) as pool:
        sealers = [pool.submit(sealer, one) for one in range(2)]
        for one in [pool.submit(writer, one) for one in range(4)]:
            one.result()
        done.set()
        assert sum(one.result() for one in sealers) == 100
    verdict = journal.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed) == (True, 100, 0)
    assert Seal.objects.order_by("-number").first().number == Entry.objects.count() == 100


def test_a_writer_that_commits_late_is_not_passed_by(someone):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite commits in order: one writer at a time")
    written, go_on = threading.Event(), threading.Event()

    @own_connection
    def slow(_):
        with transaction.atomic():
            journal.record("test.slow", by=someone)
            written.set()
            go_on.wait(10)

    with ThreadPoolExecutor(1) as pool:
        slow_one = pool.submit(slow, 0)
        assert written.wait(10)
        journal.record("test.quick", by=someone)
        assert journal.seal() == 1
        go_on.set()
        slow_one.result()
    assert journal.verify().unsealed == 1
    assert journal.seal() == 1
    assert [seal.entry.action for seal in Seal.objects.order_by("number")] == ["test.quick", "test.slow"]
    assert Entry.objects.order_by("id").first().action == "test.slow"
    assert journal.verify().ok
