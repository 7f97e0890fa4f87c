"""In Chromium: the sum follows while one types, and an agreement is decided by two with nothing but links and buttons."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from vaxel.accounts.models import User
from vaxel.funding.tests.money import drafted
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person
from vaxel.rounds.tests.world import make_world

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(transactional_db, page_for):
    world = make_world()

    def signed_in(another=0, **options):
        by = world.actor(world.secretariat, Role.SECRETARIAT, another=another)
        person = Person.objects.get(public_id=by.person_id)
        person.user = User.objects.create_user(f"{person.pk}@exempel.example", "ett långt lösenord här")
        person.save()
        return page_for(person.user, **options)

    return world, signed_in


def test_the_sum_follows_while_one_types(people, axe):
    world, signed_in = people
    draft, page = drafted(world), signed_in()
    page.goto(reverse("money_amounts", args=[draft.pk, draft.streams.get(key="brukarmedverkan").pk]))
    expect(page.locator("#total")).to_contain_text("precis som potten")
    page.locator("#rows").fill("20\tDalarnas län\t1 Mkr")
    page.locator("#rows").press("End")
    page.locator("#rows").press_sequentially(" ")
    expect(page.locator("#total")).to_contain_text("kvar av potten")
    axe(page)


def test_two_persons_decide_without_any_script(people, axe):
    world, signed_in = people
    draft = drafted(world)
    first, other = signed_in(java_script_enabled=False), signed_in(another=1)
    first.goto(reverse("money_agreement", args=[draft.pk]))
    first.get_by_role("link", name="Lämna för beslut").click()
    first.get_by_role("button", name="Lämna till en kollega att bekräfta").click()
    other.goto(reverse("money_agreement", args=[draft.pk]))
    other.get_by_role("link", name="Besluta").click()
    axe(other)
    other.get_by_role("button", name="Bekräfta beslutet").click()
    expect(other.get_by_text("samma belopp på öret")).to_be_visible()
    other.get_by_label("Din kommun eller region").fill("orsa")
    other.get_by_role("button", name="Visa").click()
    expect(other.get_by_text("Orsa kommun får")).to_be_visible()
    axe(other)
