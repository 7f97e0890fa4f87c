"""On a page read in English, what people have written is marked as the Swedish it is (WCAG 3.1.2)."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from vaxel.rounds.models import Round

ALONE = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "circle", "use"}
TITLE, QUESTION, OPTION = "Redovisning av årets medel", "Hur mycket användes till barn och unga?", "Yes in Swedish"


class Spoken(HTMLParser):
    """Text by text, with the language it stands in."""

    def __init__(self, page):
        super().__init__()
        self.inside, self.said = [("", "")], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag not in ALONE:
            self.inside.append((tag, dict(attributes).get("lang") or self.inside[-1][1]))

    def handle_endtag(self, tag):
        if any(tag == one for one, _ in self.inside):
            while self.inside.pop()[0] != tag:
                pass

    def handle_data(self, data):
        self.said.append((data, *self.inside[-1]))


def languages(page, words):
    return {language for text, tag, language in Spoken(page).said if words in text and tag not in {"title", "script"}}


@pytest.fixture
def asked(sweden):
    made = sweden.round()
    Round.objects.filter(pk=made.pk).update(title=TITLE, text="Berätta **allt**.", replaces="Sju enkäter")
    made.refresh_from_db()
    sweden.answer(made, "mora", {"money": 1, "more": "yes", "why": "Sen start"})
    return made


def read(user, address, language):
    user.language = language
    user.save()
    client = Client()
    client.force_login(user)
    with override("sv"):  # what the page's language was set to ends with it
        page = client.get(address).content.decode()
    assert f'<html lang="{language}"' in page
    return page


PAGES = (
    ("round", ()),
    ("rounds", None),
    ("compilation", ()),
    ("round_talk", ()),
)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("words", [TITLE, QUESTION, "Sju enkäter", "Medlen"])
def test_the_receivers_page(sweden, asked, language, words):
    page = read(sweden.contact(), reverse("delivery", args=[asked.pk, sweden.bodies["falun"].pk]), language)
    assert languages(page, words) == {"sv"}


@pytest.mark.parametrize(("name", "parts"), PAGES)
def test_the_senders_pages(sweden, asked, name, parts):
    args = [] if parts is None else [asked.pk]
    page = read(sweden.secretary(), reverse(name, args=args), "en")
    assert languages(page, TITLE) == {"sv"}


def test_what_was_answered_stands_in_its_language(sweden, asked):
    page = read(sweden.secretary(), reverse("delivery", args=[asked.pk, sweden.bodies["mora"].pk]), "en")
    assert languages(page, "Sen start") == languages(page, QUESTION) == {"sv"}
