import datetime as dt

import pytest
from django.urls import reverse

from vaxel.accounts.models import Invitation
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person

pytestmark = pytest.mark.django_db

LONG_AGO = dt.date(2000, 1, 1)


@pytest.fixture
def coordinator(little_sweden, acting):
    return acting(Role.COORDINATOR, little_sweden["county"])


@pytest.fixture
def contact(little_sweden, acting):
    browser = acting(Role.CONTACT, little_sweden["mora"], name="Kontakt i Mora")
    browser.mandate = Mandate.objects.get(person=browser.person)
    return browser


def post(browser, page, mandate, **data):
    return browser.post(reverse(page, args=[mandate.pk]), data)


def test_ended_today_it_stops_working_today(little_sweden, coordinator, contact):
    way = reverse("manage_body", args=[little_sweden["mora"].pk])
    assert contact.get(way).status_code == 200
    assert post(coordinator, "end_mandate", contact.mandate, leaves_vacant="on").status_code == 302
    assert contact.get(way).status_code == 404
    vacant = Mandate.objects.get(body=little_sweden["mora"], person=None)
    assert (vacant.valid_from, vacant.valid_to) == (today(), FOREVER)


def test_ended_later_it_works_until_then(little_sweden, coordinator, contact):
    tomorrow = today() + dt.timedelta(days=1)
    post(coordinator, "end_mandate", contact.mandate, day=tomorrow.isoformat())
    assert contact.get(reverse("manage_body", args=[little_sweden["mora"].pk])).status_code == 200
    contact.mandate.refresh_from_db()
    assert contact.mandate.valid_to == tomorrow


def test_regretted_it_goes_on_and_the_vacancy_is_gone(little_sweden, coordinator, contact):
    post(coordinator, "end_mandate", contact.mandate, leaves_vacant="on")
    page = coordinator.get(reverse("manage_body", args=[little_sweden["mora"].pk])).content.decode()
    assert reverse("reopen_mandate", args=[contact.mandate.pk]) in page
    assert post(coordinator, "reopen_mandate", contact.mandate).status_code == 302
    (mandate,) = Mandate.objects.filter(body=little_sweden["mora"])
    assert mandate.valid_to == FOREVER
    assert contact.get(reverse("manage_body", args=[little_sweden["mora"].pk])).status_code == 200


def test_a_mandate_that_never_ended_or_ended_long_ago_is_not_regretted(coordinator, contact):
    assert post(coordinator, "reopen_mandate", contact.mandate).status_code == 409
    Mandate.objects.filter(pk=contact.mandate.pk).update(valid_to=today() - dt.timedelta(days=30))
    assert post(coordinator, "reopen_mandate", contact.mandate).status_code == 409


def test_a_day_after_the_end_is_refused(coordinator, contact):
    Mandate.objects.filter(pk=contact.mandate.pk).update(valid_to=today() + dt.timedelta(days=5))
    answer = post(coordinator, "end_mandate", contact.mandate, day=(today() + dt.timedelta(days=9)).isoformat())
    assert answer.status_code == 422
    assert answer.context["form"]["day"].errors


def test_a_vacant_seat_is_filled_by_someone_who_is_invited(little_sweden, contact):
    seat = Mandate.objects.create(
        body=little_sweden["mora"], role=Role.APPROVER, title="ekonomichef", valid_from=LONG_AGO
    )
    data = {"name": "Ny attestant", "email": "attestant@mora.example", "invite": "on"}
    assert post(contact, "fill_mandate", seat, **data).status_code == 302
    filled = Mandate.objects.get(person__email="attestant@mora.example")
    assert (filled.title, filled.valid_from) == ("ekonomichef", today())
    assert Invitation.objects.get().user.email == "attestant@mora.example"


def test_a_seat_needs_someone(little_sweden, coordinator):
    seat = Mandate.objects.create(body=little_sweden["mora"], role=Role.APPROVER, valid_from=LONG_AGO)
    assert post(coordinator, "fill_mandate", seat).status_code == 422


def test_a_filled_seat_is_not_filled_again(coordinator, contact):
    data = {"name": "Någon annan", "email": "annan@mora.example"}
    assert post(coordinator, "fill_mandate", contact.mandate, **data).status_code == 422


def test_who_can_log_in_is_not_invited_again(coordinator, contact):
    assert post(coordinator, "invite_holder", contact.mandate).status_code == 409


def test_nobody_elses_mandate_exists(little_sweden, contact, coordinator):
    theirs = Mandate.objects.get(person=coordinator.person)
    for name in ("end_mandate", "reopen_mandate", "fill_mandate", "invite_holder"):
        assert post(contact, name, theirs).status_code == 404
    assert contact.get("/natverk/uppdrag/999999999999999999/avsluta/").status_code == 404


def test_a_wrong_address_is_put_right_and_the_old_link_closed(little_sweden, coordinator):
    person = Person.objects.create(name="Felstavd", email="fel@mora.example")
    seat = Mandate.objects.create(body=little_sweden["mora"], role=Role.CONTACT, person=person, valid_from=LONG_AGO)
    post(coordinator, "invite_holder", seat)
    right = {"name": "Rättstavad", "email": "ratt@mora.example", "phone": ""}
    assert post(coordinator, "correct_holder", seat, **right).status_code == 302
    assert Invitation.objects.get().revoked_at
    post(coordinator, "invite_holder", seat)
    assert Invitation.objects.latest("pk").user.email == "ratt@mora.example"


def test_the_address_someone_logs_in_with_is_not_changed_by_another(coordinator, contact):
    new = {"name": "Nytt namn", "email": "kapad@ond.example", "phone": ""}
    assert post(coordinator, "correct_holder", contact.mandate, **new).status_code == 409
    contact.person.refresh_from_db()
    assert contact.person.name == "Kontakt i Mora"


def test_an_address_that_is_anothers_login_is_refused(little_sweden, coordinator, contact):
    person = Person.objects.create(name="Felstavd", email="fel@mora.example")
    seat = Mandate.objects.create(body=little_sweden["mora"], role=Role.MEMBER, person=person, valid_from=LONG_AGO)
    post(coordinator, "invite_holder", seat)
    taken = {"name": "Felstavd", "email": contact.person.user.email, "phone": ""}
    assert post(coordinator, "correct_holder", seat, **taken).status_code == 422


def test_a_vacant_seat_has_nobody_to_correct(little_sweden, coordinator):
    seat = Mandate.objects.create(body=little_sweden["mora"], role=Role.APPROVER, valid_from=LONG_AGO)
    assert coordinator.get(reverse("correct_holder", args=[seat.pk])).status_code == 409
