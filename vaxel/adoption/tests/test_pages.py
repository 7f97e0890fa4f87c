"""The pages: what each opens with, who sees what, and that a list asks the same number of questions however long."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from vaxel import files
from vaxel.accounts.models import User
from vaxel.adoption.commands.steps import FILE_OWNER, share
from vaxel.adoption.commands.things import create_thing, link_round
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, Thing
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.commands.deliveries import confirm_receipt
from vaxel.rounds.domain.kinds import RoundKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(world):
    """`browser(world.falun)`: the contact there; `browser(None)`: someone without a login."""

    def signed_in(body, role=Role.CONTACT):
        client = Client(headers={"accept-language": "sv"})
        if body is not None:
            person = Person.objects.get(public_id=world.actor(body, role).person_id)
            if person.user is None:
                person.user = User.objects.create_user(f"{person.pk}@exempel.example", "ett långt lösenord här")
                person.save()
            client.force_login(person.user)
        return client

    return signed_in


def things(world, number):
    for count in range(number):
        create_thing(
            by=world.secretary,
            owner_id=world.secretariat.pk,
            name=f"Metod {count}",
            kind="metod",
            target_kinds=["municipality"],
        )


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_for_any_number(world, browser, number, django_assert_num_queries):
    things(world, number)
    client = browser(None)
    client.get(reverse("things"))
    with django_assert_num_queries(7):
        client.get(reverse("things"))


def test_a_county_uses_nothing_itself_and_is_led_to_how_far_its_own_have_come(world, thing, browser):
    county = browser(world.dalarna, Role.COORDINATOR).get(reverse("own_adoption", args=[world.dalarna.pk]))
    assert (county.status_code, county["Location"]) == (302, reverse("things"))


@pytest.mark.parametrize("number", [1, 3])
def test_ones_own_list_too(world, browser, number, django_assert_num_queries):
    things(world, number)
    client = browser(world.falun)
    url = reverse("own_adoption", args=[world.falun.pk])
    client.get(url)
    with django_assert_num_queries(11):
        client.get(url)


def test_registering_takes_one_form(world, thing, browser):
    client = browser(world.falun)
    url = reverse("register_adoption", args=[world.falun.pk, thing.pk])
    key = client.get(url).context["form"]["key"].value()
    said = {"stage": 5, "happened_on": "2020-05-01", "text": "Beslut i nämnden", "key": key}
    for _twice in range(2):
        answer = client.post(url, said)
        assert answer.status_code == 302
    page = client.get(url).content.decode()
    assert "använder fullt ut sedan 1 maj 2020" in page
    assert "Beslut i nämnden" in page
    assert AdoptionStep.objects.count() == 1


def test_files_follow_what_is_registered_and_a_bad_one_in_words(world, thing, browser):
    client, url = browser(world.falun), reverse("register_adoption", args=[world.falun.pk, thing.pk])
    said = {"stage": 5, "happened_on": "2020-05-01", "text": "Beslut i nämnden"}
    refused = client.post(url, {**said, "key": "a", "uploads": SimpleUploadedFile("a.pdf", b"MZ")})
    assert "a.pdf heter .pdf men innehåller något annat." in refused.content.decode()
    assert AdoptionStep.objects.count() == 0
    papers = [SimpleUploadedFile(name, b"Beslut") for name in ("a.txt", "b.txt")]
    assert client.post(url, {**said, "key": "b", "uploads": papers}).status_code == 302
    assert files.Attachment.objects.of(FILE_OWNER, AdoptionStep.objects.get().pk).count() == 2


def test_a_wrong_form_says_where(world, thing, browser):
    answer = browser(world.falun).post(reverse("register_adoption", args=[world.falun.pk, thing.pk]), {"stage": 1, "happened_on": "i morgon?", "key": "a"})  # fmt: skip
    assert answer.status_code == 422
    assert answer.context["form"].errors


def test_the_county_sees_what_was_shared_and_nobody_else_by_name(world, thing, browser, registers):
    registers(world.falun, text="Vi har utbildat alla")
    url = reverse("register_adoption", args=[world.falun.pk, thing.pk])
    county = browser(world.dalarna, Role.COORDINATOR)
    assert county.get(url).status_code == 404, "it is Falun's alone so far"
    share(thing, world.falun, by=world.actor(world.falun))
    assert "Vi har utbildat alla" in county.get(url).content.decode()
    assert browser(world.halland, Role.COORDINATOR).get(url).status_code == 404
    assert browser(None).get(url).status_code == 302
    page = county.get(reverse("thing", args=[thing.pk])).content.decode()
    assert "Falu kommun" in page
    assert "Falu kommun" not in browser(world.laholm).get(reverse("thing", args=[thing.pk])).content.decode()


def test_an_outsider_is_not_told_of_one_or_two(world, thing, browser, registers):
    registers(world.falun)
    share(thing, world.falun, by=world.actor(world.falun))
    page = browser(None).get(reverse("thing", args=[thing.pk])).content.decode()
    assert "används fullt ut i färre än tre av 6 kommuner" in page
    owner = browser(world.secretariat, Role.SECRETARIAT).get(reverse("thing", args=[thing.pk])).content.decode()
    assert "används fullt ut i 1 av 6 kommuner" in owner


def test_the_page_as_of_a_day(world, thing, browser, registers):
    for body in (world.falun, world.mora, world.orsa):
        registers(body, AdoptionStage.EXPLORING, ago=300)
        registers(body, AdoptionStage.FULL_USE, ago=100)
        share(thing, body, by=world.actor(body))
    url = reverse("thing", args=[thing.pk])
    then = (world.today() - dt.timedelta(days=200)).isoformat()
    assert "används inte någonstans än" in browser(None).get(url, {"dag": then}).content.decode()
    assert "i 3 av 6 kommuner" in browser(None).get(url).content.decode()
    assert browser(None).get(url, {"dag": "nonsens"}).status_code == 400


def test_something_new_is_laid_up(world, browser):
    client = browser(world.secretariat, Role.SECRETARIAT)
    said = {"name": "Ny metod", "kind": "metod", "target_kinds": ["region"], "since": "2026-01-02", "revision": 0}
    assert client.post(reverse("thing_new"), said).status_code == 302
    made = Thing.objects.get()
    assert client.post(reverse("thing_edit", args=[made.pk]), said | {"name": "Nyare"}).status_code == 302
    assert client.post(reverse("thing_edit", args=[made.pk]), said | {"name": "Sist"}).status_code == 409
    assert client.post(reverse("thing_new"), {}).status_code == 422


def test_the_figures_as_a_table(world, thing, browser, registers):
    registers(world.falun)
    share(thing, world.falun, by=world.actor(world.falun))
    url = reverse("thing_export", args=[thing.pk, "csv"])
    assert "Falu kommun" in browser(world.secretariat, Role.SECRETARIAT).get(url).content.decode("utf-8-sig")
    assert "Falu kommun" not in browser(None).get(url).content.decode("utf-8-sig")
    assert browser(None).get(reverse("thing_export", args=[thing.pk, "exe"])).status_code == 404


def test_beside_the_receipt_one_may_say_how_far_one_has_come(world, thing, browser):
    """Offered once the mailing is confirmed, and never in the way of a form of questions."""
    mailing = world.sent(kind=RoundKind.MAILING, audience={"bodies": [world.falun.pk]})
    link_round(thing, mailing, by=world.secretary)
    client, url = browser(world.falun), reverse("delivery", args=[mailing.pk, world.falun.pk])
    assert "Hur långt har ni kommit?" not in client.get(url).content.decode()
    confirm_receipt(world.delivery(mailing, world.falun), by=world.actor(world.falun), key="a", received_at=world.now())
    assert "Hur långt har ni kommit?" in client.get(url).content.decode()
    said = {"stage": 2, "happened_on": "2026-01-02", "key": "b", "next": url}
    answer = client.post(reverse("register_adoption", args=[world.falun.pk, thing.pk]), said)
    assert answer["Location"] == url
    assert "hos er undersöker sedan 2 januari 2026" in client.get(url).content.decode()


def test_a_form_of_questions_stands_by_itself(world, browser):
    asked = world.sent(audience={"bodies": [world.falun.pk]})
    assert browser(world.falun).get(reverse("delivery", args=[asked.pk, world.falun.pk])).status_code == 200


def test_a_county_sees_received_beside_used(world, thing, browser, registers):
    mailing = world.sent(kind=RoundKind.MAILING, audience={"kinds": ["municipality"]})
    link_round(thing, mailing, by=world.secretary)
    confirm_receipt(world.delivery(mailing, world.mora), by=world.actor(world.mora), key="a", received_at=world.now())
    registers(world.falun)
    share(thing, world.falun, by=world.actor(world.falun))
    page = browser(world.dalarna, Role.COORDINATOR).get(reverse("round", args=[mailing.pk])).content.decode()
    assert "1 av 3 har bekräftat mottagandet." in page
    assert "1 av 3 har börjat använda det" in page
