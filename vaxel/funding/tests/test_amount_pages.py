"""Amounts pasted from a sheet: all rows or none, and none of them falls away unseen."""

import pytest
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.funding.domain.pasted_amounts import MOST_ROWS
from vaxel.funding.tests.money import drafted
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person

pytestmark = pytest.mark.django_db


def test_more_rows_than_are_read_are_refused_and_nothing_is_changed(world):
    person = Person.objects.get(public_id=world.actor(world.secretariat, Role.SECRETARIAT).person_id)
    person.user = User.objects.create_user("kansliet@exempel.example")
    person.save()
    browser = Client(headers={"accept-language": "sv"})
    browser.force_login(person.user)
    draft = drafted(world)
    stream = draft.streams.get(key="brukarmedverkan")
    page, before = reverse("money_amounts", args=[draft.pk, stream.pk]), list(stream.amounts.values_list())
    for rows in ("20\tDalarnas län\t1\n" * (MOST_ROWS + 2), "x" * 200_001):
        answer = browser.post(page, {"rows": rows, "act": "save"})
        assert "Tabellen har fler än 1000 rader. Dela upp den." in answer.content.decode()
    assert list(stream.amounts.values_list()) == before
