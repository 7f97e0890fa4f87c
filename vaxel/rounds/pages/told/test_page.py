import pytest
from django.urls import reverse

from vaxel import notices
from vaxel.calendar.clock import now
from vaxel.network.domain.kinds import Kind
from vaxel.notices.models import Message
from vaxel.rounds.models import Reminder
from vaxel.rounds.tests.browsing import browser, text_of


def told(sweden, asked, key, event="sent", how="contact"):
    body = sweden.bodies[key]
    notices.post_many(
        [
            notices.Draft(
                f"round:{asked.pk}:{event}:{body.pk}",
                f"{key}@example.org",
                "Ny",
                "x",
                about=f"round:{asked.pk}",
                body_id=body.pk,
                to_as=how,
            )
        ]
    )
    return Message.objects.get(event_key=f"round:{asked.pk}:{event}:{body.pk}")


@pytest.fixture
def asked(sweden):
    asked = sweden.round()
    for key in ("falun", "mora", "solna"):
        told(sweden, asked, key)
    return asked


@pytest.fixture
def address(asked):
    return reverse("round_told", args=[asked.pk])


def test_the_sender_sees_what_became_of_each(sweden, asked, address):
    Message.objects.filter(body_id=sweden.bodies["falun"].pk).update(sent_at=now())
    Message.objects.filter(body_id=sweden.bodies["mora"].pk).update(sent_at=now(), bounced_at=now())
    told(sweden, asked, "solna", "reminded-answer-1-mailbox", "mailbox")
    page = text_of(browser(sweden.secretary()).get(address))
    for words in ("Gick ut", "kom inte fram", "Påminnelse", "funktionsbrevlådan", "Väntar på att gå ut"):
        assert words in page
    assert "@example.org" not in page


def test_where_nobody_could_be_reached_stands_first(sweden, asked, address):
    orsa = sweden.bodies["orsa"]
    Reminder.objects.create(round=asked, body=orsa, matter="answer", reached="nobody", day=now().date(), at=now())
    page = text_of(browser(sweden.secretary()).get(address))
    assert "En mottagare går inte att nå." in page
    assert page.index("Orsa kommun") < page.index("Falu kommun")


def test_each_body_sees_its_own_and_a_county_its_own_part(sweden, address):
    page = text_of(browser(sweden.contact("solna")).get(address))
    assert "Solna stad" in page
    assert "Falu kommun" not in page
    page = text_of(browser(sweden.coordinator()).get(address))
    assert "Falu kommun" in page
    assert "Solna stad" not in page
    page = text_of(browser(sweden.contact("solna")).get(address, {"mottagare": sweden.bodies["falun"].pk}))
    assert "<td" not in page


@pytest.mark.parametrize("written", ["x", "-1", "9" * 30, "%00", ""])
def test_a_receiver_nobody_knows_is_no_fault(sweden, address, written):
    assert browser(sweden.secretary()).get(address, {"mottagare": written}).status_code == 200


def test_as_many_queries_for_one_and_three(sweden, address, asked, django_assert_num_queries):
    noa = browser(sweden.secretary())
    noa.get(address)
    with django_assert_num_queries(14) as few:
        noa.get(address)
    for number in range(3):
        sweden.body(f"m{number}", Kind.MUNICIPALITY, f"Kommun{number}", f"9{number:03}", "dalarna", "mellan", "nation")
        told(sweden, asked, "falun", f"prolonged-{number}")
    with django_assert_num_queries(len(few)):
        noa.get(address)
