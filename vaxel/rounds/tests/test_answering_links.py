"""Who gets a link to answer by with the letter, and where the receipt will say it was sent."""

import datetime as dt
import re

import pytest
import time_machine

from vaxel.accounts.models import User
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Mandate, Person
from vaxel.notices.models import Message
from vaxel.rounds.by_link import find
from vaxel.rounds.commands import mail
from vaxel.rounds.commands.remind import remind
from vaxel.rounds.domain.kinds import Route
from vaxel.rounds.models import AnsweringLink
from vaxel.rounds.queries.link_targets import link_targets
from vaxel.rounds.tests.world import body, tie
from vaxel.ui.logging import without_tokens


def seat(where, *, account=False, role=Role.CONTACT):
    person = Person.objects.create(name="P", email=f"p{where.pk}@example.org")
    if account:
        person.user = User.objects.create_user(person.email, "ett-langt-losenord")
        person.save()
    return Mandate.objects.create(body=where, person=person, role=role)


def test_vacant_to_the_mailbox_without_account_to_the_seat_and_with_one_none(world):
    box = world.mailbox(world.falun, "kommun@falun.example")
    mora, _orsa = seat(world.mora), seat(world.orsa, account=True)
    world.mailbox(world.orsa, "kommun@orsa.example")
    found = link_targets([world.falun.pk, world.mora.pk, world.orsa.pk, world.laholm.pk], today())
    assert {key: (one.mandate_id, one.mailbox_id) for key, one in found.items()} == {
        world.falun.pk: (None, box.pk),
        world.mora.pk: (mora.pk, None),
    }


def test_a_user_organisation_answers_by_link_also_when_somebody_can_log_in(world):
    organisation = body(Kind.USER_ORGANISATION, "Föreningen")
    tie(organisation, world.nation)
    seat(organisation, account=True)
    assert organisation.pk in link_targets([organisation.pk], today())


def letters():
    return {message.to: message.text for message in Message.objects.all()}


def test_the_letter_holds_the_one_link_and_its_receipt_will_name_where_it_went(world):
    box = world.mailbox(world.falun, "kommun@falun.example")
    seat(world.orsa, account=True)
    round = world.sent(kinds=["municipality"])
    mail.sent(round, list(round.deliveries.all()))
    said = letters()
    token = re.search(r"/lank/(\S+)/", said["kommun@falun.example"])[1]
    assert find(token).mailbox_id == box.pk
    assert "utan att logga in" in said["kommun@falun.example"]
    assert "/lank/" not in said[f"p{world.orsa.pk}@example.org"]
    assert AnsweringLink.objects.count() == 1


def test_the_sender_may_want_everyone_to_log_in(world):
    world.mailbox(world.falun, "kommun@falun.example")
    round = world.sent(kinds=["municipality"], answer_by_link=False)
    mail.sent(round, list(round.deliveries.all()))
    assert not AnsweringLink.objects.exists()
    assert "/lank/" not in letters()["kommun@falun.example"]


def test_what_waits_at_the_county_gets_its_link_when_passed_on(world):
    world.mailbox(world.falun, "kommun@falun.example")
    round = world.sent(kinds=["municipality"], route=Route.STEPWISE)
    mail.sent(round, list(round.deliveries.all()))
    assert not AnsweringLink.objects.exists()
    mail.relayed(round, [world.delivery(round, world.falun)], [], world.dalarna.pk)
    assert "/lank/" in letters()["kommun@falun.example"]


def test_a_reminder_brings_the_link_anew_to_the_address_it_goes_to(world):
    world.mailbox(world.falun, "kommun@falun.example")
    seat(world.orsa, account=True)
    round = world.sent(kinds=["municipality"], due=today() + dt.timedelta(days=3))
    mail.sent(round, list(round.deliveries.all()))
    first = find(re.search(r"/lank/(\S+)/", letters()["kommun@falun.example"])[1])
    Message.objects.all().delete()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)):
        remind(round, by=world.secretary)
    again = find(re.search(r"/lank/(\S+)/", letters()["kommun@falun.example"])[1])
    assert (again.mailbox_id, again.pk != first.pk, first.revoked_at) == (first.mailbox_id, True, None)
    assert "/lank/" not in letters()[f"p{world.orsa.pk}@example.org"]


@pytest.mark.parametrize("bodies", [1, 3])
def test_as_many_questions_however_many_bodies(world, django_assert_num_queries, bodies):
    for one in (world.falun, world.mora, world.orsa):
        world.mailbox(one, f"{one.pk}@example.org")
    with django_assert_num_queries(4):
        link_targets([one.pk for one in (world.falun, world.mora, world.orsa)][:bodies], today())


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Gone: /forfragningar/lank/abc.DEF_1-2/spara/", "Gone: /forfragningar/lank/…/spara/"),
        ('"GET /forfragningar/las/WzEs:1a:b?x=1 HTTP/1.1"', '"GET /forfragningar/las/…?x=1 HTTP/1.1"'),
        (
            "/konto/logga-in/?next=%2Fforfragningar%2Flank%2Fabc.DEF%2F&a=1",
            "/konto/logga-in/?next=%2Fforfragningar%2Flank%2F…%2F&a=1",
        ),
        ("/konto/inbjudan/hemlig/", "/konto/inbjudan/…/"),
        ("/kalender/hemlig.ics", "/kalender/…"),
        ("/sag-nagot/folj/hemlig/", "/sag-nagot/folj/…/"),
        ("/forfragningar/12/lankar/", "/forfragningar/12/lankar/"),
    ],
)
def test_no_token_stands_in_a_log(line, left):
    assert without_tokens(line) == left
