"""From draft to sent: how many and who before anything leaves, ten minutes to take it back, a copy to send again."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Role
from vaxel.rounds.commands import send as sending
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Delivery, Round
from vaxel.rounds.tests.browsing import browser, text_of

NEW = "/forfragningar/ny/"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


@pytest.fixture
def noa(sweden):
    return browser(sweden.secretary())


def written(**changes):
    whole = {
        "kind": "mailing",
        "title": "Nytt program",
        "text": "Läs det här.",
        "levels": ["municipality"],
        "route": "direct",
        "due": (today() + dt.timedelta(days=10)).isoformat(),
        "act": "save",
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


@pytest.fixture
def draft(noa):
    noa.post(NEW, written())
    return Round.objects.get()


def test_the_last_page_says_how_many_and_sending_gives_ten_minutes(noa, draft):
    address = reverse("round_send", args=[draft.pk])
    assert "4 mottagare får utskicket." in text_of(noa.get(address))
    response = noa.post(address)
    assert response["Location"] == reverse("round", args=[draft.pk])
    assert Delivery.objects.count() == 4
    assert "Ångra utskicket (10 min kvar)" in text_of(noa.get(response["Location"]))


def test_recalled_in_one_click_and_copied_in_another(noa, draft):
    noa.post(reverse("round_send", args=[draft.pk]))
    noa.post(reverse("round_recall", args=[draft.pk]))
    page = text_of(noa.get(reverse("round", args=[draft.pk])))
    assert "Utskicket ångrades. Ingen behöver göra något." in page
    noa.post(reverse("round_copy", args=[draft.pk]))
    assert Round.objects.filter(state=RoundState.DRAFT).count() == 1


def test_what_is_lacking_stops_the_sending_in_words(noa):
    noa.post(NEW, {"kind": "survey", "title": "Elevhälsa", "route": "direct", "act": "send"})
    draft = Round.objects.get()
    address = reverse("round_send", args=[draft.pk])
    page = text_of(noa.get(address))
    assert "Sista svarsdagen är inte vald." in page
    assert "Urvalet når ingen mottagare." in page
    response = noa.post(address)
    assert 400 <= response.status_code < 500
    assert "Skriv en text till mottagarna" in text_of(response)
    draft.refresh_from_db()
    assert draft.state == RoundState.DRAFT


def test_a_great_many_receivers_need_a_second_person(noa, draft, sweden, monkeypatch):
    monkeypatch.setattr(sending, "SECOND_PERSON_ABOVE", 3)
    address = reverse("round_send", args=[draft.pk])
    noa.post(address)
    draft.refresh_from_db()
    assert draft.state == RoundState.DRAFT
    assert "be en kollega hos er" in text_of(noa.get(address))
    colleague = browser(sweden.person("secretariat", Role.SECRETARIAT, "Ali"))
    assert colleague.get(reverse("round", args=[draft.pk]))["Location"] == address
    assert "Ni är den andra personen" in text_of(colleague.get(address))
    colleague.post(address)
    draft.refresh_from_db()
    assert draft.state == RoundState.OPEN


def test_a_receiver_and_a_stranger_know_no_draft(draft, sweden):
    for address in (reverse(name, args=[draft.pk]) for name in ("round", "round_edit", "round_send", "round_preview")):
        assert browser(sweden.contact()).get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_the_draft_is_seen_as_the_receiver_will(noa, sweden):
    version = sweden.template(frozen=False)
    noa.post(NEW, written(kind="account", template_version=str(version.pk)))
    page = text_of(noa.get(reverse("round_preview", args=[Round.objects.get().pk])))
    assert "Läs det här." in page
    assert "Hur mycket användes till barn och unga?" in page
    assert "disabled" in page


def test_a_sent_rounds_documents_stay(noa, sweden):
    noa.post(NEW, written(documents=[SimpleUploadedFile("program.pdf", PDF)]))
    draft = Round.objects.get()
    page = text_of(noa.get(reverse("round_edit", args=[draft.pk])))
    number = page.split('name="remove_document" value="')[1].split('"')[0]
    noa.post(reverse("round_send", args=[draft.pk]))
    noa.post(reverse("round_edit", args=[draft.pk]), {"remove_document": number})
    assert "program.pdf</a>" in text_of(noa.get(reverse("round", args=[draft.pk])))


def test_a_copy_has_the_documents_along(noa):
    noa.post(NEW, written(documents=[SimpleUploadedFile("program.pdf", PDF)]))
    noa.post(reverse("round_send", args=[Round.objects.get().pk]))
    response = noa.post(reverse("round_copy", args=[Round.objects.get().pk]))
    page = text_of(noa.get(response["Location"]))
    assert "program.pdf</a>" in page
    assert "Läs det här." in page
    assert Round.objects.latest("pk").due is None


def test_what_those_asked_would_want_to_know_is_warned_about_before_it_is_sent(noa, sweden):
    version = sweden.template()
    questions = {"kind": "survey", "template_version": str(version.pk)}
    noa.post(NEW, written(**questions))
    address = reverse("round_send", args=[Round.objects.get().pk])
    page = text_of(noa.get(address))
    for words in ("hur lång tid svaret tar", "Ingen lag eller överenskommelse är angiven", "(1982:668)"):
        assert words in page
    assert noa.post(address).status_code == 302  # warned about, never refused
    noa.post(NEW, written(**questions, minutes="30", legal_basis="Överenskommelsen", consulted="två län"))
    page = text_of(noa.get(reverse("round_send", args=[Round.objects.last().pk])))
    assert "Tänk på" not in page
    assert "tillsammans 2 timmar" in page


def test_a_mailing_is_warned_about_nothing(noa, draft):
    assert "Tänk på" not in text_of(noa.get(reverse("round_send", args=[draft.pk])))


def test_calm_weeks_are_offered_where_one_chooses_whom_and_when(noa, sweden):
    page = text_of(noa.get(NEW))
    assert "Lugna veckor för dem ni frågar" in page
    assert page.count('formaction="#due"') == 3
