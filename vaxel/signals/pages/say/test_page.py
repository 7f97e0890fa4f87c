"""Without a login: short, nothing personal, throttled, and of no use to a machine that fills in everything."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from vaxel.notices.models import Message
from vaxel.signals.commands.publishing import publish
from vaxel.signals.models import PublicContact, Signal

SAY = "/sag-nagot/"


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    cache.clear()


@pytest.fixture
def filled(world):
    return {"kind": "need", "title": "Kaféet har stängt", "text": "Var ska man gå nu?", "place": world.mora.pk}


def test_said_and_followed(world, signals, filled):
    assert signals.county
    anyone = Client()
    answer = anyone.post(SAY, {**filled, "email": "jag@exempel.example", "key": "k" * 32})
    one = Signal.objects.get()
    assert answer["Location"] == reverse("said", args=[one.public_id])
    page = anyone.get(answer["Location"])
    assert "Den väntar hos Dalarnas län" in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"
    anyone.post(answer["Location"])
    assert not PublicContact.objects.exists()


def test_nothing_personal_is_asked_for_or_kept(world, signals, filled):
    Client().post(SAY, filled)
    one = Signal.objects.get()
    assert (one.author_body, one.author_person, PublicContact.objects.count()) == (None, None, 0)
    assert one.steps.get().person_id is None
    assert not Message.objects.filter(subject__startswith="Vi har tagit emot").exists()


def test_who_fills_in_what_no_person_sees_leaves_nothing(world, filled):
    answer = Client().post(SAY, {**filled, "webbplats": "http://billigt.example"})
    assert answer.status_code == 302
    assert not Signal.objects.exists()


def test_ten_an_hour_from_one_address(world, filled):
    for number in range(10):
        assert Client().post(SAY, {**filled, "title": f"Nummer {number}"}).status_code == 302
    answer = Client().post(SAY, {**filled, "title": "Nummer elva"})
    assert (answer.status_code, "Vänta en stund" in answer.content.decode()) == (429, True)
    assert Signal.objects.count() == 10
    assert Client(REMOTE_ADDR="192.0.2.7").post(SAY, {**filled, "title": "Annan"}).status_code == 302


def test_a_form_filled_in_wrongly_is_not_counted(world, filled):
    for _attempt in range(12):
        assert Client().post(SAY, {**filled, "email": "ingen adress"}).status_code == 422
    assert Client().post(SAY, filled).status_code == 302


def test_a_link_that_is_no_longer_ours(world, signals, filled):
    Client().post(SAY, filled)
    one = Signal.objects.get()
    Signal.objects.update(erased_at=one.written_at)
    assert Client().get(reverse("said", args=[one.public_id])).status_code == 410
    of_a_body = signals.of(world.mora)
    assert Client().get(reverse("said", args=[of_a_body.public_id])).status_code == 410


def test_the_warning_stands_before_the_form(db, world):
    page = Client().get(SAY).content.decode()
    assert page.index("Skriv inte om personer som går att känna igen") < page.index('<form method="post"')
    assert "1177" in page


def test_the_yes_to_showing_it_can_be_taken_back_by_the_link_alone(world, signals):
    one = signals.from_public(world.mora, kind="good_example", may_publish=True)
    publish(one, by=signals.county, **signals.now())
    address = reverse("said", args=[one.public_id])
    assert "visas bland goda exempel" in Client().get(address).content.decode()
    Client().post(address, {"act": "nej"})
    assert not Signal.objects.published().exists()
    assert Client().get(reverse("example", args=[one.pk])).status_code == 404
