import datetime as dt

import pytest
from django.urls import reverse

from vaxel.accounts.models import Invitation, User
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person

pytestmark = pytest.mark.django_db

NEW = {"role": Role.CONTACT, "name": "Ny kontakt", "email": "ny@mora.example", "invite": "on"}


@pytest.fixture
def coordinator(little_sweden, acting):
    return acting(Role.COORDINATOR, little_sweden["county"])


def appoint(browser, body, **data):
    return browser.post(reverse("appoint", args=[body.pk]), data)


def test_someone_new_gets_a_mandate_and_an_invitation(little_sweden, coordinator):
    mora = little_sweden["mora"]
    answer = appoint(coordinator, mora, **NEW, title="socialchef")
    assert answer.status_code == 302
    mandate = Mandate.objects.get(body=mora)
    assert (mandate.person.name, mandate.title, mandate.role) == ("Ny kontakt", "socialchef", Role.CONTACT)
    assert Invitation.objects.get().inviter == "Länssamordnare, Dalarnas län"
    page = coordinator.get(answer["Location"]).content.decode()
    assert "Ny kontakt har fått uppdraget och en inbjudan med e-post." in page
    assert "Inbjuden, har inte loggat in än." in page


def test_without_name_and_address_the_seat_is_vacant(little_sweden, coordinator):
    appoint(coordinator, little_sweden["mora"], role=Role.APPROVER)
    assert Mandate.objects.get(body=little_sweden["mora"]).person is None
    assert not Invitation.objects.exists()


def test_someone_known_by_the_address_is_the_same_person(little_sweden, coordinator):
    known = Person.objects.create(name="Redan känd", email="ny@mora.example")
    appoint(coordinator, little_sweden["mora"], **NEW)
    assert Mandate.objects.get(body=little_sweden["mora"]).person == known
    known.refresh_from_db()
    assert known.name == "Redan känd"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": ""}, "email"),
        ({"email": "inte en adress"}, "email"),
        ({"role": "kung"}, "role"),
        ({"role": Role.SECRETARIAT}, "role"),
        ({"from_day": "2026-13-01"}, "from_day"),
        ({"from_day": "2026-12-01", "to_day": "2026-12-01"}, "to_day"),
        ({"from_day": "2999-01-01"}, "from_day"),
        ({"name": ""}, "name"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_half_done(little_sweden, coordinator, change, field):
    answer = appoint(coordinator, little_sweden["mora"], **{**NEW, **change})
    assert answer.status_code == 422
    assert answer.context["form"][field].errors
    assert not Mandate.objects.filter(body=little_sweden["mora"]).exists()
    assert not Person.objects.filter(email="ny@mora.example").exists()


def test_the_same_mandate_twice_is_refused(little_sweden, coordinator):
    appoint(coordinator, little_sweden["mora"], **NEW)
    assert appoint(coordinator, little_sweden["mora"], **NEW).status_code == 422
    assert Mandate.objects.filter(body=little_sweden["mora"]).count() == 1


def test_a_mandate_may_begin_later(little_sweden, coordinator):
    appoint(coordinator, little_sweden["mora"], **NEW, from_day="2099-01-01")
    assert Mandate.objects.get(body=little_sweden["mora"]).valid_from == dt.date(2099, 1, 1)


def test_who_has_a_login_that_is_nobodys_gets_it_and_no_letter(little_sweden, coordinator):
    login = User.objects.create_user("ny@mora.example", "en lugn höstmorgon i Orsa")
    answer = appoint(coordinator, little_sweden["mora"], **NEW)
    assert answer.status_code == 302
    assert Mandate.objects.get(body=little_sweden["mora"]).person.user == login
    assert not Invitation.objects.exists()


def test_a_login_that_is_another_persons_is_not_handed_over(little_sweden, coordinator):
    login = User.objects.create_user("ny@mora.example", "en lugn höstmorgon i Orsa")
    Person.objects.create(name="Någon annan", email="annan@mora.example", user=login)
    answer = appoint(coordinator, little_sweden["mora"], **NEW)
    assert answer.status_code == 422
    assert answer.context["form"]["email"].errors
    assert not Mandate.objects.filter(body=little_sweden["mora"]).exists()
