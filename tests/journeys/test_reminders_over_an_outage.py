"""The tick was not run from the first reminder to after the last day. What each role then gets, and what each one sees.

Given an account sent to Falun, Mora and Orsa, with the common plan;
when a host stands still for three weeks and then runs `vaxel tick` again, a mail bounces, and someone answers;
then each is reminded once, the next in order takes over, and the log says so to whoever it concerns.
"""

import datetime as dt
import io
import sys

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.calendar.domain.deadlines import SWEDEN
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.commands import answers
from vaxel.rounds.tests.world import make_world

DUE = dt.date(2026, 11, 27)  # occasions: 13 and 24 November, 30 November and 4 December
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


class Story:
    def __init__(self, world, monkeypatch):
        self.world, self.monkeypatch = world, monkeypatch

    def at(self, moment):
        return time_machine.travel(moment, tick=False)

    def tick(self, moment):
        """What `vaxel tick` made leave: [(subject, to)]"""
        before = len(mail.outbox)
        with self.at(moment):
            call_command("tick", stdout=io.StringIO())
        return sorted((one.subject.partition(":")[0], one.to[0]) for one in mail.outbox[before:])

    def bounces(self, to, moment):
        sent = [one for one in mail.outbox if one.to == [to]][-1]
        raw = BOUNCE.format(to=to, identity=sent.extra_headers["Message-ID"]).encode()
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        with self.at(moment):
            call_command("bounce", stdout=io.StringIO())

    def sees(self, actor, address, moment):
        person = Person.objects.get(public_id=actor.person_id)
        if person.user is None:
            person.user = User.objects.create_user(person.email, "ett-langt-losenord")
            person.save()
        with self.at(moment):
            client = Client()
            client.force_login(person.user)
            return client.get(address).content.decode()


def address_of(actor):
    return Person.objects.get(public_id=actor.person_id).email


@pytest.mark.django_db(transaction=True)
def test_reminders_over_an_outage(monkeypatch):
    world = make_world()
    story = Story(world, monkeypatch)
    with story.at(on(11, 2)):
        falun, deputy = world.actor(world.falun), world.actor(world.falun, deputy=True)
        mora, county = world.actor(world.mora), world.actor(world.dalarna, Role.COORDINATOR)
        world.mailbox(world.orsa, "registrator@orsa.example")  # its seat is vacant
        bodies = [world.falun.pk, world.mora.pk, world.orsa.pk]
        asked = world.sent(due=DUE, audience={"bodies": bodies}, answer_by_link=False)
    log, home = reverse("round_told", args=[asked.pk]), reverse("start")

    # The sending: the vacancy's mail goes to the function mailbox at once, also in the evening.
    kind = "Redovisning"
    everyone = sorted([(kind, address_of(falun)), (kind, address_of(mora)), (kind, "registrator@orsa.example")])
    assert story.tick(on(11, 2, 19)) == everyone
    assert "13 november" in story.sees(mora, reverse("delivery", args=[asked.pk, world.mora.pk]), on(11, 3))

    # The host stands still from 13 November until the evening of the 30th, when three occasions have passed.
    assert story.tick(on(11, 30, 20)) == []
    reminded = sorted([("Påminnelse", to) for _kind, to in everyone])
    assert story.tick(on(12, 1, 8)) == reminded
    assert story.tick(on(12, 1, 9)) == []

    # Falun's mail comes back: the deputy gets it the same morning, and the county sees what has to be mended.
    story.bounces(address_of(falun), on(12, 1, 10))
    assert story.tick(on(12, 1, 10)) == [("Påminnelse", address_of(deputy))]
    assert "Mejl till Falu kommun kommer inte fram" in story.sees(county, home, on(12, 1, 11))
    assert "mejlen kommer inte fram" in story.sees(
        county, reverse("contact_order", args=[world.falun.pk]), on(12, 1, 11)
    )

    # Mora answers. The plan goes on, a turn further down each order, when the one before has had its time.
    with story.at(on(12, 2)):
        delivery = world.delivery(asked, world.mora)
        answers.save_draft(delivery, {"q1": "3"}, by=mora)
        answers.submit(delivery, by=mora, key=world.key(), received_at=world.now())
    assert [story.tick(on(12, day)) for day in (3, 4, 5, 6)] == [[], [], [], []]
    assert story.tick(on(12, 7)) == [("2 meddelanden från Växel", address_of(county))]  # of Falun and of Orsa: one mail

    # The log: each body its own, the county its part, the sender all; no names, no addresses.
    own = story.sees(mora, log, on(12, 8))
    assert own.count("Mora kommun</a>") == 2
    assert "Falu kommun</a>" not in own
    whole = story.sees(world.secretary, log, on(12, 8))
    assert "kom inte fram" in whole
    for role in ("kontaktpersonen", "ersättaren", "funktionsbrevlådan", "länets samordnare"):
        assert role in whole
    assert address_of(falun) not in whole
    assert story.tick(on(12, 31)) == []
