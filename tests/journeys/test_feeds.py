"""What other programs read of Växel: a calendar library the deadlines, a feed reader the body's doings."""

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from vaxel.accounts import feeds
from vaxel.accounts.models import User
from vaxel.funding.domain.chain import Link
from vaxel.funding.tests.money import decided
from vaxel.network.models import Person
from vaxel.rounds.commands import rounds
from vaxel.rounds.tests.world import make_world

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def world(db):
    return make_world()


def user_of(world, body):
    person = Person.objects.get(public_id=world.actor(body).person_id)
    person.user = person.user or User.objects.create_user(person.email)
    person.save()
    return person.user


def test_a_calendar_library_reads_the_deadlines(world):
    round = world.sent(audience={"bodies": [world.mora.pk]}, title="Årets medel; å, ä & ö")
    address = reverse("calendar_feed", args=[feeds.new_key(user_of(world, world.mora))])
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["SUMMARY"] == "Besvara: Årets medel; å, ä & ö"
    assert event.decoded("DTSTART") == round.due
    assert event["URL"].endswith(f"/forfragningar/{round.pk}/{world.mora.pk}/")
    again = Calendar.from_ical(Client().get(address).content).walk("VEVENT")[0]
    assert again["UID"] == event["UID"]


def test_the_last_days_of_money_stand_in_the_calendar(world):
    """A municipality reads its own links of the chain; what the county compiles by is not among them."""
    year = world.today().year + 1
    days = {
        Link.REQUISITION: dt.date(year, 5, 3),
        Link.BODY_REPORT: dt.date(year, 10, 1),
        Link.COUNTY_REPORT: dt.date(year, 11, 1),
    }
    agreement = decided(world, year=year, deadlines=days).agreement
    address = reverse("calendar_feed", args=[feeds.new_key(user_of(world, world.mora))])
    events = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [
        f"Sista dag att rekvirera: {agreement.name}",
        f"Slutredovisning från varje mottagare: {agreement.name}",
    ]
    assert events[0].decoded("DTSTART") == days[Link.REQUISITION]
    assert events[0]["URL"].endswith(f"/medel/{agreement.pk}/")


def test_a_new_address_ends_the_old_and_a_guess_opens_nothing(world):
    user = user_of(world, world.mora)
    old = reverse("calendar_feed", args=[feeds.new_key(user)])
    new = reverse("calendar_feed", args=[feeds.new_key(user)])
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    feeds.end(user)
    assert Client().get(new).status_code == 404
    assert Client().get(reverse("calendar_feed", args=["gissning"])).status_code == 404


def test_a_feed_reader_reads_what_is_public_and_nothing_else(world):
    secret = world.sent(audience={"bodies": [world.mora.pk]}, title="Inte öppen")
    open_one = world.sent(audience={"bodies": [world.mora.pk]}, title="Öppen & bra", is_public=True)
    rounds.close(open_one, by=world.secretary)
    rounds.feed_back(open_one, "Det ledde till **mer** stöd.", by=world.secretary)
    client = Client()
    client.force_login(user_of(world, world.mora))
    answer = client.get(reverse("body_feed", args=[world.mora.pk]))
    feed = ET.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Återkoppling: Öppen & bra"]
    assert secret.title not in answer.content.decode()
    assert feed.findtext(f"{ATOM}title") == "Växel: Mora kommun"
    assert feed.findtext(f"{ATOM}updated")
