from django.test import Client
from django.urls import reverse

from vaxel.rounds.domain.state import Outcome
from vaxel.rounds.models import Delivery


def shown(user, body):
    client = Client()
    client.force_login(user)
    return client.get(reverse("body", args=[body.pk])).content.decode()


def test_the_body_sees_what_it_owes_and_what_it_has_said(sweden):
    owed, done = sweden.round(title="Väntar"), sweden.round(title="Är klar")
    Delivery.objects.filter(round=done, body=sweden.bodies["falun"]).update(state=Outcome.ANSWERED)
    page = shown(sweden.contact(), sweden.bodies["falun"])
    owes, has = page.index("Väntar på svar"), page.index("Har fått")
    assert owes < page.index(reverse("delivery", args=[owed.pk, sweden.bodies["falun"].pk])) < has
    assert has < page.index("Är klar")


def test_a_neighbour_sees_none_of_it(sweden):
    sweden.round(title="Väntar")
    assert "Väntar" not in shown(sweden.contact("solna"), sweden.bodies["falun"])


def test_what_a_body_has_sent(sweden):
    sweden.round(title="Redovisningen")
    page = shown(sweden.contact(), sweden.bodies["secretariat"])
    assert "Har skickat" in page
    assert "Redovisningen" in page
