"""Every page, as somebody who may open it: on the narrowest screen, and the main ones in the dark.

What they look like is read once; that each opens on either database is tried in test_every_page_opens.py.
"""

import pytest
from django.conf import settings
from django.test import Client

from tests.journeys.visits import ANYONE, visits
from vaxel.site.example.cast import CAST
from vaxel.site.example.people import PASSWORD

pytestmark = pytest.mark.static
NARROW = {"width": 320, "height": 640}
# One test for each, so that they can be shared out among the workers.
WHO = (ANYONE, "secretariat", "coordinator", "contact", "approver", "process_leader", "user_organisation")
MAIN = {
    "anyone": ["start", "network", "body", "account_login"],
    "secretariat": ["start", "rounds", "round_new", "round", "compilation", "template"],
    "contact": ["start", "delivery"],
}
MEASURE = """() => ({
    wide: document.documentElement.scrollWidth,
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    lang: document.documentElement.lang,
    unnamed: [...document.querySelectorAll("button, a[href]")]
        .filter(e => !(e.textContent.trim() || e.getAttribute("aria-label")))
        .map(e => e.outerHTML.slice(0, 120)),
})"""


@pytest.fixture
def log_in(year, new_context, live_server):
    """By password, as a person does: some pages want to know that it was just now."""

    def open_as(who, **options):
        context = new_context(**options)
        if who != ANYONE:
            client = Client()
            email = next(part.email for part in CAST if part.key == who)
            answer = client.post("/konto/logga-in/", {"login": email, "password": PASSWORD})
            assert answer.status_code == 302
            cookie = client.cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return context.new_page()

    return open_as


@pytest.mark.parametrize("who", WHO)
def test_every_page_holds_on_the_narrowest_screen(log_in, axe, who):
    opened = visits()
    assert set(opened) == set(WHO), "somebody's pages are opened by nobody"
    page = log_in(who)
    page.set_viewport_size(NARROW)
    faults = [f"{path}: {fault}" for _name, path in opened[who] for fault in _faults(page, path, axe, width=320)]
    assert not faults, "\n".join(faults)


def test_the_main_pages_hold_in_the_dark(log_in, axe):
    opened, faults = visits(), []
    for who, names in MAIN.items():
        page = log_in(who, color_scheme="dark")
        first = dict(reversed(opened[who]))
        for name in names:
            path = first[name]
            faults += [f"{who} {path}: {fault}" for fault in _faults(page, path, axe, width=1280)]
    assert not faults, "\n".join(faults)


def _faults(page, path, axe, *, width):
    answer = page.goto(path)
    if answer.status != 200:
        return [f"status {answer.status}"]
    found = page.evaluate(MEASURE)
    rules = {
        f"{found['wide']} px wide": found["wide"] > width,
        f"{found['headings']} h1": found["headings"] != 1,
        f"the title is {found['title']}": not found["title"].removesuffix(" · Växel").strip(" ·"),
        f"lang is {found['lang']}": found["lang"] != "sv",
        f"nameless: {found['unnamed']}": bool(found["unnamed"]),
    }
    return [sentence for sentence, wrong in rules.items() if wrong] + _axe(page, axe)


def _axe(page, axe):
    try:
        axe(page)
    except AssertionError as fault:
        return [str(fault).split("\n", 1)[1]]
    return []
