"""The tick was not run from the first reminder to after the last day. What each role then gets, and sees in its browser.

Given an account sent to Falun, Mora and Orsa, with the common plan;
when a host stands still for three weeks and then runs `vaxel tick` again, a mail bounces, and someone answers;
then each is reminded once, the next in order takes over, and the log says so to whoever it concerns: in Chromium, in
Swedish, each in a browser of their own, with axe on every page on the way.
"""

import datetime as dt
import io
import re
import sys

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.hands import Pointing
from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.commands import answers
from vaxel.rounds.tests.world import make_world

DUE = dt.date(2026, 11, 27)  # occasions: 13 and 24 November, 30 November and 4 December
CONTACT, DEPUTY, MAILBOX, COUNTY = (
    f"{role} med mejl" for role in ("kontaktpersonen", "ersättaren", "funktionsbrevlådan", "länets samordnare")
)
LEFT = "Gick ut"
SENT = [
    ("Falu kommun", "Förfrågan", CONTACT, "måndag 2 november kl. 19.00", LEFT),
    ("Mora kommun", "Förfrågan", CONTACT, "måndag 2 november kl. 19.00", LEFT),
    ("Orsa kommun", "Förfrågan", MAILBOX, "måndag 2 november kl. 19.00", LEFT),
]
BOUNCE = """\
From: MAILER-DAEMON@mx.example
To: vaxel@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {to}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 User unknown

--B
Content-Type: text/rfc822-headers

Message-ID: {identity}

--B--
"""


def on(month, day, hour=9):
    return dt.datetime(2026, month, day, hour, tzinfo=SWEDEN)


class Clock:
    """Stands in for the project's own, in every thread: the pages are served from another one than the test's."""

    moment = None

    def get(self):
        return self.moment


class Story:
    def __init__(self, monkeypatch, page_for, look):
        self.monkeypatch, self.page_for, self.look = monkeypatch, page_for, look
        self.clock, self.people = Clock(), {}
        monkeypatch.setattr(clock, "_standing_at", self.clock)

    def at(self, moment):
        self.clock.moment = moment

    def tick(self, moment):
        """What `vaxel tick` made leave: [(subject, to)]"""
        self.at(moment)
        before = len(mail.outbox)
        call_command("tick", stdout=io.StringIO())
        return sorted((one.subject.partition(":")[0], one.to[0]) for one in mail.outbox[before:])

    def bounces(self, to, moment):
        self.at(moment)
        sent = [one for one in mail.outbox if one.to == [to]][-1]
        raw = BOUNCE.format(to=to, identity=sent.extra_headers["Message-ID"]).encode()
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        call_command("bounce", stdout=io.StringIO())

    def sits_down(self, actor, moment):
        """Someone, at that moment, in the browser they have had all the time."""
        self.at(moment)
        if actor.person_id not in self.people:
            person = Person.objects.get(public_id=actor.person_id)
            person.user = User.objects.create_user(person.email, "ett-langt-losenord")
            person.save()
            self.people[actor.person_id] = Pointing(self.page_for(person.user), self.look)
        return self.people[actor.person_id]


def rows_of(reader):
    """The log as it stands on the page: (whom, what, to, when, how it went), the latest first."""
    rows = reader.page.get_by_role("row").filter(has=reader.page.get_by_role("cell"))
    return [tuple(cell.strip() for cell in row.split("\t")) for row in rows.all_inner_texts()]


def address_of(actor):
    return Person.objects.get(public_id=actor.person_id).email


@pytest.mark.django_db(transaction=True)
def test_reminders_over_an_outage(monkeypatch, page_for, axe):
    world, story = make_world(), Story(monkeypatch, page_for, axe)
    story.at(on(11, 2))
    falun, deputy = world.actor(world.falun), world.actor(world.falun, deputy=True)
    mora, county = world.actor(world.mora), world.actor(world.dalarna, Role.COORDINATOR)
    world.mailbox(world.orsa, "registrator@orsa.example")  # its seat is vacant
    bodies = [world.falun.pk, world.mora.pk, world.orsa.pk]
    asked = world.sent(due=DUE, audience={"bodies": bodies}, answer_by_link=False)

    # The sending: the vacancy's mail goes to the function mailbox at once, also in the evening.
    kind = "Redovisning"
    everyone = sorted([(kind, address_of(falun)), (kind, address_of(mora)), (kind, "registrator@orsa.example")])
    assert story.tick(on(11, 2, 19)) == everyone
    contact = story.sits_down(mora, on(11, 3))
    contact.opens(reverse("delivery", args=[asked.pk, world.mora.pk]))
    contact.sees("13 november")

    # The host stands still from 13 November until the evening of the 30th, when three occasions have passed.
    assert story.tick(on(11, 30, 20)) == []
    assert story.tick(on(12, 1, 8)) == sorted([("Påminnelse", to) for _kind, to in everyone])
    assert story.tick(on(12, 1, 9)) == []
    the_sender_sees_that_each_was_reminded_once(story.sits_down(world.secretary, on(12, 1, 9)), asked)

    # Falun's mail comes back: the deputy gets it the same morning, and the county sees what has to be mended.
    story.bounces(address_of(falun), on(12, 1, 10))
    assert story.tick(on(12, 1, 10)) == [("Påminnelse", address_of(deputy))]
    the_county_sees_what_has_to_be_mended(story.sits_down(county, on(12, 1, 11)), world.falun)

    # Mora answers. The plan goes on, a turn further down each order, when the one before has had its time.
    story.at(on(12, 2))
    delivery = world.delivery(asked, world.mora)
    answers.save_draft(delivery, {"q1": "3"}, by=mora)
    answers.submit(delivery, by=mora, key=world.key(), received_at=world.now())
    assert [story.tick(on(12, day)) for day in (3, 4, 5, 6)] == [[], [], [], []]
    assert story.tick(on(12, 7)) == [("2 meddelanden från Växel", address_of(county))]  # of Falun and of Orsa: one mail

    # The log: each body its own, the sender all; no names, no addresses.
    contact = story.sits_down(mora, on(12, 8))
    the_municipality_sees_its_own(contact, reverse("delivery", args=[asked.pk, world.mora.pk]))
    secretary = story.sits_down(world.secretary, on(12, 8))
    the_sender_sees_whose_turn_it_was(secretary, reverse("round_told", args=[asked.pk]))
    assert address_of(falun) not in secretary.page.content()
    assert story.tick(on(12, 31)) == []


def the_sender_sees_that_each_was_reminded_once(secretary, asked):
    secretary.opens(reverse("round", args=[asked.pk]))
    secretary.sees("Tisdag 1 december 2026: tre påmindes (2 till kontaktperson, 1 till funktionsbrevlåda)")
    secretary.follows("Så påminner vi, och vad som har gått ut")
    expect(secretary.page).to_have_url(re.compile(rf"/forfragningar/{asked.pk}/gatt-ut/$"))
    secretary.heading("Sex mejl.")
    assert rows_of(secretary) == [
        ("Falu kommun", "Påminnelse", CONTACT, "i dag kl. 08.00", LEFT),
        ("Mora kommun", "Påminnelse", CONTACT, "i dag kl. 08.00", LEFT),
        ("Orsa kommun", "Påminnelse", MAILBOX, "i dag kl. 08.00", LEFT),
        *SENT,
    ]


def the_county_sees_what_has_to_be_mended(coordinator, body):
    coordinator.opens("/")
    coordinator.follows(re.compile("Mejl till Falu kommun kommer inte fram"))
    expect(coordinator.page).to_have_url(re.compile(reverse("contact_order", args=[body.pk])))
    coordinator.sees("mejlen kommer inte fram")


def the_municipality_sees_its_own(contact, own_part):
    contact.opens(own_part)
    contact.follows("Vad som har gått ut till er")
    own = [("Mora kommun", "Påminnelse", CONTACT, "tisdag 1 december kl. 08.00", LEFT), SENT[1]]
    assert rows_of(contact) == own
    contact.follows("Visa alla mottagare")
    assert rows_of(contact) == own  # that is all it may see


def the_sender_sees_whose_turn_it_was(secretary, log):
    secretary.opens(log)
    secretary.heading("Nio mejl. Ett kom inte fram.")
    assert rows_of(secretary) == [
        ("Falu kommun", "Påminnelse", COUNTY, "i går kl. 09.00", LEFT),
        ("Orsa kommun", "Påminnelse", COUNTY, "i går kl. 09.00", LEFT),
        ("Falu kommun", "Påminnelse", DEPUTY, "tisdag 1 december kl. 10.00", LEFT),
        ("Falu kommun", "Påminnelse", CONTACT, "tisdag 1 december kl. 10.00", "kom inte fram"),
        ("Mora kommun", "Påminnelse", CONTACT, "tisdag 1 december kl. 08.00", LEFT),
        ("Orsa kommun", "Påminnelse", MAILBOX, "tisdag 1 december kl. 08.00", LEFT),
        *SENT,
    ]
