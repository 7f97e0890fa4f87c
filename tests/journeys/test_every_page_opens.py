"""Every page, as somebody who may open it: it opens on either database, with the year's own rows."""

from django.test import Client

from tests.access.addresses import addresses
from tests.journeys.visits import ANYONE, no_pages, visits
from vaxel.site.example.cast import CAST
from vaxel.site.example.people import PASSWORD


def test_every_page_opens(year):
    opened = visits()
    then_no_page_is_forgotten(opened)
    faults = [
        f"{who} {path}: status {answer.status_code}"
        for who, pages in opened.items()
        for browser in [_logged_in(who)]
        for _name, path in pages
        for answer in [browser.get(path)]
        if answer.status_code != 200
    ]
    assert not faults, "\n".join(faults)


def then_no_page_is_forgotten(opened):
    """A new address is visited, or says in visits.py why it is no page."""
    visited = {name for pages in opened.values() for name, _path in pages}
    names = {address.name for address in addresses()}
    assert names - visited == no_pages()


def _logged_in(who):
    """By password, as a person does: some pages want to know that it was just now."""
    browser = Client()
    if who != ANYONE:
        email = next(part.email for part in CAST if part.key == who)
        assert browser.post("/konto/logga-in/", {"login": email, "password": PASSWORD}).status_code == 302
    return browser
