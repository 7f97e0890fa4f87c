"""Her own button: a file, a page to read, noted each time, and no more than five an hour."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.journal.models import Entry
from vaxel.network.models import Person
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def browser(db):
    cache.clear()
    world = make_world()
    person = Person.objects.get(public_id=world.actor(world.falun).person_id)
    person.user = User.objects.create_user(person.email, "ett-långt-lösenord")
    person.save()
    world.sent(text=f"Skicka svaret till {person.email}, med mera.")
    client = Client()
    client.force_login(person.user)
    return client


def test_a_file_a_page_and_the_journal(browser):
    found = json.loads(browser.post(reverse("my_data"), {"form": "json"}).content)
    tables = {row["table"] for kind in found["kinds"] for row in kind["rows"]}
    assert {"accounts.User", "network.Person", "network.Mandate", "rounds.Round", "journal.Entry"} <= tables
    assert "lämnas inte ut" in json.dumps(found, ensure_ascii=False)
    shown = browser.post(reverse("my_data"), {"form": "page"}).content.decode()
    assert "person1@example.org" in shown or "Person" in shown
    assert Entry.objects.filter(action="privacy.export").count() == 2


def test_six_in_an_hour_are_too_many(browser):
    answers = [browser.post(reverse("my_data"), {"form": "json"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_a_login_that_is_nobody_is_told_so(db):
    client = Client()
    client.force_login(User.objects.create_user("ensam@example.org", "ett-långt-lösenord"))
    assert "bara inloggningen" in client.get(reverse("my_data")).content.decode()
    assert client.post(reverse("my_data")).status_code == 404


def test_the_public_page_and_its_files_say_what_the_map_says(client, db):
    said = client.get(reverse("personal_data")).content.decode()
    assert "Vem som gjorde vad" in said
    rows = json.loads(client.get(reverse("personal_data_file", args=["json"])).content)
    assert len(rows) == 13
    assert "network.Person.email" in json.dumps(rows)
    assert client.get(reverse("personal_data_file", args=["exe"])).status_code == 404
