import datetime as dt

import pytest
from django.urls import reverse

from vaxel import journal
from vaxel.calendar.clock import now, today
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Absence, ContactOrder, FunctionMailbox, Mandate, Person, SteeringMailbox
from vaxel.notices.models import FailedAddress

pytestmark = pytest.mark.django_db


def reaching(browser, body, **data):
    address = reverse("contact_order", args=[body.pk])
    return browser.post(address, data) if data else browser.get(address)


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def contact(little_sweden, acting):
    return acting(Role.CONTACT, little_sweden["mora"])


def colleague(body, name="Vik", role=Role.MEMBER):
    person = Person.objects.create(name=name, email=f"{name.lower()}@mora.example")
    Mandate.objects.create(body=body, person=person, role=role)
    return person


def test_the_sentence_says_who_a_mail_reaches_first(little_sweden, contact):
    assert "I dag når ett mejl till Mora kommun kontaktpersonen först." in text_of(
        reaching(contact, little_sweden["mora"])
    )


def test_who_has_nothing_to_do_with_the_body_does_not_know_the_page(client, little_sweden, acting):
    mora = little_sweden["mora"]
    assert reaching(acting(Role.CONTACT, little_sweden["falun"]), mora).status_code == 404
    assert reaching(acting(Role.MEMBER, mora), mora).status_code == 200
    assert reaching(client, mora).status_code in {302, 404}


def test_a_body_chooses_its_own_order_and_its_county_does_not(little_sweden, contact, acting):
    mora = little_sweden["mora"]
    assert reaching(contact, mora, do="order", first="mailbox", second="contact").status_code == 302
    assert ContactOrder.objects.get(body=mora).turns == "mailbox,contact"
    assert journal.of(mora)[0].action == "network.contact_order"
    county = acting(Role.COORDINATOR, little_sweden["county"])
    assert reaching(county, mora, do="order", first="mailbox").status_code == 400


@pytest.mark.parametrize(
    "wrong", [{"first": ""}, {"first": "coordinator"}, {"first": "contact", "second": "contact"}, {"first": "chef"}]
)
def test_what_is_no_order_is_said_and_nothing_is_saved(little_sweden, contact, wrong):
    assert reaching(contact, little_sweden["mora"], do="order", **wrong).status_code == 422
    assert not ContactOrder.objects.exists()


def test_an_order_changed_twice_the_same_day_is_one_order(little_sweden, contact):
    mora = little_sweden["mora"]
    for first in ("mailbox", "deputy"):
        assert reaching(contact, mora, do="order", first=first).status_code == 302
    assert [row.turns for row in ContactOrder.objects.filter(body=mora)] == ["deputy"]


def away(contact, body, person, **more):
    days = {"first": today().isoformat(), "last": (today() + dt.timedelta(days=3)).isoformat()}
    return reaching(contact, body, do="away", person=person.pk, **{**days, **more})


def test_a_person_says_that_they_are_away_and_comes_back(little_sweden, contact):
    mora = little_sweden["mora"]
    vik = colleague(mora)
    assert away(contact, mora, contact.person, stand_in=vik.pk).status_code == 302
    page = text_of(reaching(contact, mora))
    assert "vikarie Vik" in page
    assert "I dag når ett mejl till Mora kommun ersättaren först." in page
    absence = Absence.objects.get()
    assert reaching(contact, mora, do="back", absence=absence.pk).status_code == 302
    assert not Absence.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"last": "2020-01-01"}, {"first": "", "last": ""}, {"last": "31 januari"}, {"stand_in": "99999999999999999999"}],
)
def test_an_absence_that_cannot_be_is_said_at_its_field(little_sweden, contact, wrong):
    assert away(contact, little_sweden["mora"], contact.person, **wrong).status_code == 422
    assert not Absence.objects.exists()


def test_nobody_says_it_for_a_colleague_unless_they_manage(little_sweden, acting, contact):
    mora = little_sweden["mora"]
    member = acting(Role.MEMBER, mora)
    assert away(member, mora, contact.person).status_code == 422
    assert away(contact, mora, member.person).status_code == 302


def test_away_twice_the_same_days_is_refused_in_words(little_sweden, contact):
    mora = little_sweden["mora"]
    away(contact, mora, contact.person)
    answer = away(contact, mora, contact.person)
    assert answer.status_code in {409, 422}
    assert "redan borta" in text_of(answer)


def test_an_address_that_does_not_work_is_shown_and_mended(little_sweden, contact):
    mora = little_sweden["mora"]
    FunctionMailbox.objects.create(body=mora, address="Registrator@mora.example")
    FailedAddress.objects.create(address="registrator@mora.example", since=now(), reason="5.1.1 User unknown")
    assert "mejlen kommer inte fram" in text_of(reaching(contact, mora))
    assert "mejlen kommer inte fram" in text_of(contact.get(reverse("body", args=[mora.pk])))
    assert "Mejl till Mora kommun kommer inte fram" in text_of(contact.get("/"))
    assert reaching(contact, mora, do="works", address="Registrator@mora.example").status_code == 302
    assert not FailedAddress.objects.exists()
    assert "kommer inte fram" not in text_of(contact.get("/"))


def test_someone_elses_address_is_not_theirs_to_mend(little_sweden, contact):
    FailedAddress.objects.create(address="a@falun.example", since=now())
    assert reaching(contact, little_sweden["mora"], do="works", address="a@falun.example").status_code == 409
    assert FailedAddress.objects.exists()


def test_a_corrected_mailbox_clears_it(little_sweden, contact):
    mora = little_sweden["mora"]
    FunctionMailbox.objects.create(body=mora, address="fel@mora.example", valid_from=dt.date(2020, 1, 1))
    FailedAddress.objects.create(address="fel@mora.example", since=now())
    contact.post(reverse("manage_body", args=[mora.pk]), {"do": "mailbox", "address": "ratt@mora.example"})
    assert "kommer inte fram" not in text_of(reaching(contact, mora))


def test_a_county_names_where_its_steering_group_reads(little_sweden, acting, contact):
    county = little_sweden["county"]
    coordinator = acting(Role.COORDINATOR, county)
    assert reaching(coordinator, county, do="steering", address="styrgrupp@dalarna.example").status_code == 302
    assert SteeringMailbox.objects.get().address == "styrgrupp@dalarna.example"
    assert reaching(coordinator, county, do="steering", address="ingen adress").status_code == 422
    assert reaching(contact, little_sweden["mora"], do="steering", address="x@y.example").status_code == 400


@pytest.mark.parametrize("do", ["", "drop table", "back", "works"])
def test_an_act_that_is_not_there_is_a_sentence(little_sweden, contact, do):
    assert reaching(contact, little_sweden["mora"], do=do or "x", absence="-1").status_code in {400, 404, 409}


def test_as_many_questions_with_one_person_as_with_many(little_sweden, contact, django_assert_num_queries):
    mora = little_sweden["mora"]

    def one_more(number):
        person = colleague(mora, f"P{number}", Role.CONTACT)
        Absence.objects.create(person=person, body=mora, valid_from=today(), valid_to=today() + dt.timedelta(days=9))

    one_more(0)
    with django_assert_num_queries(24) as few:
        reaching(contact, mora)
    for number in (1, 2):
        one_more(number)
    with django_assert_num_queries(len(few)):
        reaching(contact, mora)
