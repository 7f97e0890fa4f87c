"""The links of one part: listed, taken back and sent anew, by the body, its county and the sender."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from vaxel.network.models import FunctionMailbox
from vaxel.notices.models import Message
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import AnsweringLink
from vaxel.rounds.pages.delivery.test_page import browser, text


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round(), "falun")


@pytest.fixture
def box(delivery):
    return FunctionMailbox.objects.create(body=delivery.body, address="kommun@falun.example")


def at(delivery):
    return reverse("delivery_links", args=[delivery.round_id, delivery.body_id])


def sent_path():
    return re.search(r"/forfragningar/lank/\S+", Message.objects.latest("id").text)[0]


@pytest.mark.parametrize("who", ["contact", "coordinator", "secretary"])
def test_sent_listed_and_taken_back_in_one_step(sweden, delivery, box, who):
    client = browser(getattr(sweden, who)())
    assert "Ingen länk att svara med gäller nu" in text(client.get(at(delivery)))
    client.post(at(delivery), {"send": f"b{box.pk}"})
    path, page = sent_path(), text(client.get(at(delivery)))
    assert "En länk att svara med gäller nu" in page
    assert "kommun@falun.example" in page
    assert path not in page
    assert Client().get(path).status_code == 200
    client.post(at(delivery), {"revoke": AnsweringLink.objects.get().pk})
    assert Client().get(path).status_code == 410
    assert "återkallad" in text(client.get(at(delivery)))


def test_sent_anew_the_earlier_to_the_same_address_stops(sweden, delivery, box):
    client = browser(sweden.contact())
    client.post(at(delivery), {"send": f"b{box.pk}"})
    first = sent_path()
    client.post(at(delivery), {"send": f"b{box.pk}"})
    assert Client().get(first).status_code == 410
    assert Client().get(sent_path()).status_code == 200


def test_only_to_the_bodys_own_addresses(sweden, delivery, box):
    other = FunctionMailbox.objects.create(body=sweden.bodies["mora"], address="kommun@mora.example")
    answer = browser(sweden.contact()).post(at(delivery), {"send": f"b{other.pk}"})
    assert answer.status_code == 422
    assert not AnsweringLink.objects.exists()


@pytest.mark.parametrize("posted", [{"revoke": "9999999"}, {"revoke": "x"}, {}])
def test_a_link_that_is_not_this_parts_does_not_exist(sweden, delivery, posted):
    assert browser(sweden.contact()).post(at(delivery), posted).status_code == 404


def test_where_the_sender_wants_a_login_none_is_sent(sweden, delivery, box):
    delivery.round.answer_by_link = False
    delivery.round.save()
    client = browser(sweden.contact())
    assert "vill att svaren lämnas inloggat" in text(client.get(at(delivery)))
    assert client.post(at(delivery), {"send": f"b{box.pk}"}).status_code == 409


def test_a_closed_round_sends_no_link(sweden, delivery, box):
    delivery.round.state = RoundState.CLOSED
    delivery.round.closed_at = delivery.round.sent_at
    delivery.round.save()
    assert browser(sweden.contact()).post(at(delivery), {"send": f"b{box.pk}"}).status_code == 409


@pytest.mark.parametrize(("links", "queries"), [(1, 11), (3, 11)])
def test_as_many_queries_however_many_links(sweden, delivery, box, django_assert_num_queries, links, queries):
    from vaxel.rounds.pages.by_link.test_page import link_to

    for _n in range(links):
        link_to(delivery)
    client = browser(sweden.contact())
    client.get(at(delivery))
    with django_assert_num_queries(queries):
        client.get(at(delivery))
