import pytest
from django.urls import reverse

from vaxel import journal
from vaxel.network.domain.kinds import Role
from vaxel.network.models import FunctionMailbox, Identity, Mandate, Person

pytestmark = pytest.mark.django_db


def manage(browser, body, **data):
    address = reverse("manage_body", args=[body.pk])
    return browser.post(address, data) if data else browser.get(address)


@pytest.fixture
def coordinator(little_sweden, acting):
    return acting(Role.COORDINATOR, little_sweden["county"])


def test_a_coordinator_manages_what_lies_below_and_nothing_beside(little_sweden, coordinator, make, acting):
    assert manage(coordinator, little_sweden["mora"]).status_code == 200
    assert manage(coordinator, little_sweden["mellan"]).status_code == 404
    assert manage(acting(Role.CONTACT, little_sweden["falun"]), little_sweden["mora"]).status_code == 404


def test_only_who_holds_a_managing_role_manages(little_sweden, acting):
    for role in (Role.APPROVER, Role.CONTROLLER, Role.PROCESS_LEADER, Role.REGISTRAR, Role.MEMBER):
        assert manage(acting(role, little_sweden["mora"]), little_sweden["mora"]).status_code == 404


def test_the_mailbox_is_changed_and_journalled(little_sweden, coordinator):
    mora = little_sweden["mora"]
    assert manage(coordinator, mora, do="mailbox", address="registrator@mora.example").status_code == 302
    assert FunctionMailbox.objects.get(body=mora).address == "registrator@mora.example"
    assert journal.of(mora)[0].action == "network.mailbox"


def test_a_wrong_address_is_said_at_its_field(little_sweden, coordinator):
    answer = manage(coordinator, little_sweden["mora"], do="mailbox", address="ingen adress")
    assert answer.status_code == 422
    assert answer.context["mailbox"]["address"].errors
    assert not FunctionMailbox.objects.exists()


def test_two_steps_is_the_bodys_own_choice(little_sweden, coordinator, acting):
    mora = little_sweden["mora"]
    assert "deciding" not in manage(coordinator, mora).context
    assert manage(coordinator, mora, do="deciding", two_steps="on").status_code == 400
    own = acting(Role.CONTACT, mora)
    assert manage(own, mora, do="deciding", two_steps="on").status_code == 302
    mora.refresh_from_db()
    assert mora.decides_in_two_steps


def test_a_coordinator_cannot_rename_a_municipality_but_its_own_unit(little_sweden, acting):
    region = acting(Role.CONTACT, little_sweden["region"])
    assert manage(region, little_sweden["region"], do="naming", name="Annan region").status_code == 400
    clinic = little_sweden["clinic"]
    assert manage(region, clinic, do="naming", name="Kliniken i Falun").status_code == 302
    names = Identity.objects.filter(body=clinic).order_by("valid_from").values_list("name", flat=True)
    assert list(names) == ["Psykiatriska kliniken Falun", "Kliniken i Falun"]


def test_a_unit_is_ended_from_a_day(little_sweden, acting):
    region, clinic = acting(Role.CONTACT, little_sweden["region"]), little_sweden["clinic"]
    assert manage(region, clinic, do="ending", note="flyttad").status_code == 302
    assert "fanns inte" in region.get(reverse("body", args=[clinic.pk])).content.decode()


def test_an_act_that_is_not_there_is_a_sentence(little_sweden, coordinator):
    assert manage(coordinator, little_sweden["mora"], do="drop table").status_code == 400


def test_as_many_questions_with_one_seat_as_with_many(little_sweden, coordinator, django_assert_num_queries):
    mora = little_sweden["mora"]

    def sit(number):
        person = Person.objects.create(name=f"Person {number}", email=f"p{number}@mora.example")
        Mandate.objects.create(body=mora, role=Role.MEMBER, person=person)

    sit(0)
    with django_assert_num_queries(26) as few:
        manage(coordinator, mora)
    for number in range(1, 5):
        sit(number)
    with django_assert_num_queries(len(few)):
        manage(coordinator, mora)
