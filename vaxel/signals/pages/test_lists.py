"""Every list asks the database the same number of questions for one row and for three."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vaxel.signals.commands import becoming, handling, merging, publishing
from vaxel.signals.queries.examples import told
from vaxel.signals.queries.listed import at_desk, listed, mine
from vaxel.signals.queries.waiting import waiting


def some(signals, world, number):
    """Of one's own, published, with a taker, something it led to and one merged into it."""
    for _each in range(number):
        one = signals.of(world.mora, kind="good_example", may_publish=True)
        other = signals.of(world.falun)
        handling.take_on(one, by=signals.county, **signals.now())
        publishing.publish(one, by=signals.county, **signals.now())
        becoming.become(one, "round", by=signals.county, **signals.now())
        merging.merge(other, one, "Samma.", by=signals.county, **signals.now())


QUERIES = {"desk": 9, "mine": 7, "examples": 2}


@pytest.mark.parametrize("number", [1, 3])
def test_the_same_number_of_queries(world, signals, number, django_assert_num_queries):
    some(signals, world, number)
    county, author = signals.county, world.actor(world.mora)
    with django_assert_num_queries(QUERIES["desk"]):
        assert len(listed(at_desk(county)[:30], county)) == number
    with django_assert_num_queries(QUERIES["mine"]):
        assert len(listed(mine(author)[:30], author)) == number
    with django_assert_num_queries(QUERIES["examples"]):
        from vaxel.signals.queries.examples import examples

        assert len(told(examples()[:20])) == number


def pages(browser_of, world, signals):
    return [
        (browser_of(signals.county), reverse("signal_desk")),
        (browser_of(world.actor(world.mora)), reverse("signals")),
        (Client(), reverse("examples")),
    ]


def test_the_pages_too(world, signals, browser_of):
    some(signals, world, 1)
    browsers = pages(browser_of, world, signals)
    first = [asked(browser, path) for browser, path in browsers]
    some(signals, world, 3)
    assert [asked(browser, path) for browser, path in browsers] == first


def asked(browser, path):
    browser.get(path)  # what is kept from the first time is not counted
    with CaptureQueriesContext(connection) as found:
        assert browser.get(path).status_code == 200
    return len(found)


def test_what_waits_is_one_question(world, signals, django_assert_num_queries):
    signals.of(world.mora)
    county = signals.county
    with django_assert_num_queries(2):  # and which desks one sits at
        found = waiting(county)
    assert (found.number, found.untaken, found.owed) == (1, 1, 0)
