"""Questions, answers and corrections inside a round."""

import pytest
from django.urls import reverse

from vaxel.rounds.models import Correction, Enquiry
from vaxel.rounds.tests.browsing import browser, text_of


@pytest.fixture
def asked(sweden):
    return sweden.round()


@pytest.fixture
def address(asked):
    return reverse("round_talk", args=[asked.pk])


@pytest.fixture
def enquiry(sweden, address):
    browser(sweden.contact()).post(address, {"text": "Räknas elevhälsan?"})
    return Enquiry.objects.get()


def test_a_question_reaches_the_sender_with_the_name_and_nobody_else(sweden, address, enquiry):
    page = text_of(browser(sweden.secretary()).get(address))
    assert "En fråga väntar på svar." in page
    assert "Falu kommun" in page
    assert "Räknas elevhälsan?" not in text_of(browser(sweden.contact("mora")).get(address))


def test_a_published_answer_is_for_all_without_who_asked(sweden, asked, address, enquiry):
    browser(sweden.secretary()).post(address, {"enquiry": enquiry.pk, "text": "Ja.", "publish": "on"})
    page = text_of(browser(sweden.contact("mora")).get(reverse("round", args=[asked.pk])))
    assert "Räknas elevhälsan?" in page
    assert "Ja." in page
    assert "Falu kommun" not in page


def test_an_unpublished_answer_is_for_the_one_who_asked(sweden, address, enquiry):
    browser(sweden.secretary()).post(address, {"enquiry": enquiry.pk, "text": "Ring oss."})
    assert "Ring oss." in text_of(browser(sweden.contact()).get(address))
    assert "Ring oss." not in text_of(browser(sweden.contact("mora")).get(address))


def test_an_empty_question_or_answer_is_a_sentence(sweden, address, enquiry):
    response = browser(sweden.contact()).post(address, {"text": " "})
    assert response.status_code == 422
    assert "Skriv vad ni vill fråga." in text_of(response)
    response = browser(sweden.secretary()).post(address, {"enquiry": enquiry.pk, "text": ""})
    assert "Skriv ett svar på frågan." in text_of(response)


def test_a_receiver_answers_no_question(sweden, address, enquiry):
    response = browser(sweden.contact()).post(address, {"enquiry": enquiry.pk, "text": "Ja."})
    assert response.status_code == 403
    enquiry.refresh_from_db()
    assert not enquiry.answer


def test_another_rounds_question_is_not_there(sweden, enquiry):
    other = reverse("round_talk", args=[sweden.round().pk])
    assert browser(sweden.secretary()).post(other, {"enquiry": enquiry.pk, "text": "Ja."}).status_code == 404


def test_a_correction_is_seen_before_it_leaves_and_then_by_all(sweden, asked):
    noa, address = browser(sweden.secretary()), reverse("round_correct", args=[asked.pk])
    assert "Så här läses den" in text_of(noa.post(address, {"text": "Fråga 2 gäller 2026.", "act": "preview"}))
    assert not Correction.objects.exists()
    noa.post(address, {"text": "Fråga 2 gäller 2026.", "act": "send"})
    assert "Fråga 2 gäller 2026." in text_of(browser(sweden.contact()).get(reverse("round", args=[asked.pk])))


def test_an_empty_correction_is_a_sentence_and_a_receiver_corrects_nothing(sweden, asked):
    address = reverse("round_correct", args=[asked.pk])
    assert browser(sweden.secretary()).post(address, {"text": "", "act": "send"}).status_code == 422
    assert browser(sweden.contact()).post(address, {"text": "x", "act": "send"}).status_code == 404
