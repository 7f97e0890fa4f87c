"""Every page, as somebody who may open it: it opens on either database, with the year's own rows."""

from django.test import Client

from tests.access.addresses import addresses
from tests.journeys.visits import ANYONE, no_pages, visits
from vaxel.site.example.cast import CAST
from vaxel.site.example.people import PASSWORD


def test_every_page_opens(year):
    opened = visits()
    then_no_page_is_forgotten(opened)
    faults = []
    for who, pages in opened.items():
        browser = _logged_in(who)
        for _name, path in pages:
            answer = browser.get(path, follow=True)  # as a browser does: a few lead on, once there is nothing to do
            if answer.status_code != 200 or (answer.redirect_chain and _asks_to_log_in(answer)):
                faults.append(f"{who} {path}: status {answer.status_code}, {answer.redirect_chain}")
    assert not faults, "\n".join(faults)


def _asks_to_log_in(answer):
    return answer.request["PATH_INFO"] == "/konto/logga-in/"


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
