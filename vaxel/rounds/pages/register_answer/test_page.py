"""A coordinator registers what a body sent some other way; its source is attached, and the body sees who did it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from vaxel.calendar.clock import now
from vaxel.files.models import Attachment
from vaxel.rounds.commands.answers import save_draft, submit
from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.models import Answer
from vaxel.rounds.pages.delivery.test_page import browser, text


@pytest.fixture
def delivery(sweden):
    return sweden.delivery(sweden.round())


@pytest.fixture
def sam(sweden):
    return browser(sweden.coordinator())


def address(delivery):
    return reverse("delivery_register", args=[delivery.round_id, delivery.body_id])


def source():
    return SimpleUploadedFile("Brev.txt", b"Vi har anv\xc3\xa4nt 1 000 kr.")


def test_registered_with_its_source_and_said_so(sweden, sam, delivery):
    assert "Registrera svaret från Falu kommun" in text(sam.get(address(delivery)))
    sam.post(address(delivery), {"money": "1 000", "more": "no", "source": source(), "key": "r"})
    delivery.refresh_from_db()
    assert outcome(delivery.state) == Outcome.ANSWERED
    answer = Answer.objects.get()
    assert (answer.on_behalf, answer.values) == (True, {"money": 100_000, "more": "no"})
    assert Attachment.objects.get(owner_type="rounds.answer", owner_id=answer.pk, kind="source").name == "Brev.txt"
    page = text(browser(sweden.contact()).get(reverse("delivery", args=[delivery.round_id, delivery.body_id])))
    assert "Dalarnas län, åt er" in page


@pytest.mark.parametrize(
    ("posted", "field"),
    [({"money": "1"}, "source"), ({"money": "mycket", "source": True}, "money"), ({"source": True}, "money")],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_half_done(sam, delivery, posted, field):
    posted = posted | ({"source": source()} if posted.get("source") else {})
    answer = sam.post(address(delivery), posted | {"key": "r"})
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in text(answer)
    assert not Answer.objects.exists()
    assert not Attachment.objects.exists()


def test_only_for_bodies_of_ones_own(sweden, delivery):
    for user in (sweden.coordinator("stockholm"), sweden.contact("mora"), sweden.contact("falun")):
        assert browser(user).get(address(delivery)).status_code == 404


def test_the_source_is_read_by_those_who_may_open_the_answer(sweden, sam, delivery):
    sam.post(address(delivery), {"money": "1 000", "more": "no", "source": source(), "key": "r"})
    kept = Attachment.objects.get(kind="source")
    link = reverse("delivery_file", args=[delivery.round_id, delivery.body_id, kept.public_id])
    for user in (sweden.contact(), sweden.coordinator()):
        reader = browser(user)
        assert link in text(reader.get(reverse("delivery", args=[delivery.round_id, delivery.body_id])))
        assert reader.get(link).content == b"Vi har anv\xc3\xa4nt 1 000 kr."
    for user in (sweden.contact("mora"), sweden.coordinator("stockholm")):
        assert browser(user).get(link).status_code == 404


def test_the_source_of_an_answer_since_replaced_is_the_bodys_own(sweden, sam, delivery):
    sam.post(address(delivery), {"money": "1 000", "more": "no", "source": source(), "key": "r"})
    link = reverse("delivery_file", args=[delivery.round_id, delivery.body_id, Attachment.objects.get().public_id])
    kim = sweden.actor(sweden.contact())
    save_draft(delivery, {"money": "2 000"}, by=kim)
    submit(delivery, by=kim, key="n", received_at=now())
    assert (browser(sweden.contact()).get(link).status_code, sam.get(link).status_code) == (200, 404)
