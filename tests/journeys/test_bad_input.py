"""What bad input gets: a sentence that says what, where and what to do, a 4xx, and nothing half done.

Most of the list is tried beside the page it comes to:
- a wrong csv or xlsx, a row that cannot be: vaxel/network/pages/imports, vaxel/files/tests/test_sheets.py
- a file that is not what it says: vaxel/files/tests/test_sniff.py, vaxel/rounds/pages/delivery
- a circular tie: vaxel/network/tests/test_commands.py in words, test_refusals.py by the database itself
- due in the past, due on a day off, an unknown name or code, an audience of none: vaxel/rounds/pages/new_round
- a second submit, an answer after closing or when withdrawn too late: vaxel/rounds/pages/delivery
- an expired link: vaxel/rounds/pages/read_by_link, vaxel/accounts/pages/invitation
- a page that is no page: vaxel/ui/tests/test_paging.py

Here: what comes from outside to any address whatever, and what has grown wrong between the draft and the sending.
"""

import datetime as dt
import re

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from tests.access import objects
from tests.access.addresses import addresses
from tests.access.people import visitors
from vaxel.calendar.clock import today
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Delivery, Receipt, Round
from vaxel.rounds.tests.world import make_world

objects.load()

ENORMOUS = 10**18
NOT_FOR_READING = 405
HOSTILE = [
    {"sida": str(ENORMOUS)},
    {"sida": "-1"},
    {"nod": str(ENORMOUS)},
    {"nod": "x"},
    {"q": "\x00"},
    {"q": "å%'--" * 900},
    {"dag": "2026-13-45"},
    {"dag": "\x00"},
    {"version": str(ENORMOUS)},
    {"mall": "x", "slag": "x", "lage": "x", "karta": "x", "indelning": "x", "oppen": "\x00", "version": "x"},
]
FORM = {
    "key": "k" * 5000,
    "nod": str(10**30),
    "bodies": [str(10**30), "x"],
    "person": str(10**30),
    "mandate": str(10**30),
    "revision": "x",
    "title": "%00",
    "text": "😀" * 30_000,
    "note": "%00",
    "name": "%00",
    "email": "@",
    "address": "%00",
    "due": "2026-02-31",
    "day": "%00",
    "valid_from": "99999-01-01",
    "act": "%00",
    "do": "save:x",
    "seen": "{",
    "kind": "x",
    "role": "x",
    "next": "https://example.com/",
    "language": "xx",
}


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def secretary(world):
    return visitors(world)["secretariat"].browser()


def a_sentence(answer):
    """A page that says what and what to do: a heading, and words below it."""
    page = answer.content.decode()
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return bool(heading and heading[1].strip() and "Traceback" not in page)


@pytest.mark.parametrize("address", ["/forfragningar/{}/", "/natverk/{}/", "/forfragningar/mallar/{}/"])
@pytest.mark.parametrize("number", [ENORMOUS - 1, ENORMOUS, 10**40, "x", "-1", "%00"])
def test_a_number_that_is_nobodys(secretary, address, number):
    answer = secretary.get(address.format(number))
    assert answer.status_code == 404
    assert a_sentence(answer)


@pytest.mark.parametrize("page", [ENORMOUS, 0, -1, "två", "\x00"])
@pytest.mark.parametrize("path", ["/forfragningar/", "/forfragningar/mallar/"])
def test_a_page_that_does_not_exist(secretary, path, page):
    answer = secretary.get(path, {"sida": page})
    assert answer.status_code in (400, 404)
    assert a_sentence(answer)


def test_nothing_asked_of_any_address_is_our_fault(world, caplog):
    """Every address × every odd question, by GET, and an odd form by POST: never 5xx."""
    caplog.set_level("CRITICAL")
    objects.make_all(world)
    faults = []
    visitor = visitors(world)["secretariat"]
    for address in addresses():
        path = _path(address, world)
        if path:
            faults += _odd(visitor, path)
    assert not faults, "\n".join(faults)


def _path(address, world):
    try:
        return reverse(address.name, kwargs=objects.twins(address, world).own)
    except NoReverseMatch:
        return None


def _odd(visitor, path):
    for data in HOSTILE:
        status = _status(visitor.browser().get, path, data)
        if status == NOT_FOR_READING:
            break
        if status >= 500:
            yield f"GET {path} {data}: {status}"
    if (status := _status(visitor.browser().post, path, FORM)) >= 500:
        yield f"POST {path}: {status}"


def _status(ask, path, data):
    """What it did is undone: the next question meets the same world."""
    with transaction.atomic():
        status = ask(path, data).status_code
        transaction.set_rollback(True)
    return status


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"due": today() - dt.timedelta(days=1)}, "har redan varit"),
        ({"audience": {"kinds": ["municipality"], "bodies": [], "counties": [0]}}, "når ingen"),
        ({"title": " "}, "Rubriken saknas"),
    ],
    ids=["due in the past", "an audience of none", "no title"],
)
def test_a_draft_that_has_grown_wrong_is_not_sent(world, secretary, change, words):
    draft = world.draft()
    Round.objects.filter(pk=draft.pk).update(**change)
    answer = secretary.post(f"/forfragningar/{draft.pk}/skicka/")
    assert 400 <= answer.status_code < 500
    assert words in answer.content.decode()
    assert Round.objects.get(pk=draft.pk).state == RoundState.DRAFT
    assert not Delivery.objects.exists()
    assert not Receipt.objects.exists()


def test_sending_twice_sends_once(world, secretary):
    draft = world.draft(kind=RoundKind.MAILING)
    for _time in range(2):
        secretary.post(f"/forfragningar/{draft.pk}/skicka/")
    assert Delivery.objects.filter(round=draft).count() == Receipt.objects.count() == 6


def test_feeding_back_twice_keeps_the_first_words(world, secretary):
    sent = world.sent()
    path = f"/forfragningar/{sent.pk}/aterkoppla/"
    early = secretary.post(path, {"text": "För tidigt.", "act": "send"})
    assert early["Location"].endswith(f"/forfragningar/{sent.pk}/stang/")
    assert Round.objects.get(pk=sent.pk).feedback == ""
    secretary.post(f"/forfragningar/{sent.pk}/stang/")
    for words in ("Det här blev det.", "Något annat."):
        secretary.post(path, {"text": words, "act": "send"})
    assert Round.objects.get(pk=sent.pk).feedback == "Det här blev det."
