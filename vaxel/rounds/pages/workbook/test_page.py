"""The workbook fetched, filled in, previewed cell by cell and taken in as a draft: logged in and by a link."""

import io

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from vaxel.files.tests.specimens import xlsx
from vaxel.rounds.domain.kinds import AnswerStatus, RoundState
from vaxel.rounds.models import Answer, FilledWorkbook, Receipt
from vaxel.rounds.pages.by_link.test_page import link_to
from vaxel.rounds.pages.delivery.test_page import browser, text

MONEY, MORE, WHY = "E4", "E5", "E6"


@pytest.fixture
def delivery(sweden):
    cache.clear()
    return sweden.delivery(sweden.round(), "falun")


@pytest.fixture
def kim(sweden):
    return browser(sweden.contact())


def at(delivery, name="delivery_workbook", *more):
    return reverse(name, args=[delivery.round_id, delivery.body_id, *more])


def fetched(client, delivery, address=None):
    answer = client.get(address or at(delivery, "delivery_workbook_file"))
    assert answer.status_code == 200
    return load_workbook(io.BytesIO(answer.content))


def upload(opened):
    target = io.BytesIO()
    opened.save(target)
    return SimpleUploadedFile("svar.xlsx", target.getvalue())


def filled(client, delivery, **cells):
    opened = fetched(client, delivery)
    for address, value in cells.items():
        opened["Svar"][address] = value
    return upload(opened)


def previewed(client, delivery, **cells):
    answer = client.post(at(delivery), {"file": filled(client, delivery, **cells)})
    assert answer.status_code == 302, text(answer)
    return answer["Location"], client.get(answer["Location"])


def accepted(client, address, page):
    return client.post(address, {"seen": page.context["seen"]})


def plain(page):
    return text(page).replace("\u00a0", " ")


def test_each_cells_fate_is_seen_and_nothing_is_taken_in_before_one_says_so(kim, delivery):
    address, page = previewed(kim, delivery, E4="712 500 kr", E5="kanske", E6="Sen start")
    for words in ("Två svar tas in i utkastet", "2 nya", "avvisade", "712 500 kr", "inget av alternativen", "Svar E5"):
        assert words in plain(page)
    assert not Answer.objects.exists()
    accepted(kim, address, page)
    draft = Answer.objects.get()
    assert (draft.status, draft.values) == (AnswerStatus.DRAFT, {"money": 71_250_000, "why": "Sen start"})
    assert not Receipt.objects.exists()
    assert "Arbetsboken är inläst" in text(kim.get(address))
    assert FilledWorkbook.objects.get().entries == []


def test_twice_is_once(kim, delivery):
    address, page = previewed(kim, delivery, E4=5)
    accepted(kim, address, page)
    again = accepted(kim, address, page)
    assert again.status_code == 409
    assert Answer.objects.get().revision == 1


def test_changed_in_between_it_is_shown_anew(kim, delivery):
    address, page = previewed(kim, delivery, E4=5)
    kim.post(at(delivery, "delivery_save"), {"money": "7", "seen": "{}"})
    answer = accepted(kim, address, page)
    assert answer.status_code == 409
    assert "Svaret har ändrats i Växel sedan arbetsboken hämtades" in text(answer)
    assert Answer.objects.get().values == {"money": 700}


def test_what_is_in_the_draft_comes_along_and_untouched_changes_nothing(kim, delivery):
    kim.post(at(delivery, "delivery_save"), {"money": "7", "more": "yes", "seen": "{}"})
    opened = fetched(kim, delivery)
    assert (opened["Svar"][MONEY].value, opened["Svar"][MORE].value) == (7, "Ja")
    answer = kim.post(at(delivery), {"file": upload(opened)})
    page = kim.get(answer["Location"])
    assert "Arbetsboken ändrar inget" in text(page)
    assert "Ta in i utkastet" not in text(page)


def test_put_away_nothing_is_kept(kim, delivery):
    address, _page = previewed(kim, delivery, E4=5)
    assert kim.post(address, {"put_away": "1"})["Location"] == at(delivery)
    assert not FilledWorkbook.objects.exists()
    assert kim.get(address).status_code == 404


def test_a_colleagues_and_another_parts_preview_do_not_exist(sweden, kim, delivery):
    address, _page = previewed(kim, delivery, E4=5)
    assert browser(sweden.approver()).get(address).status_code == 404
    other = sweden.delivery(sweden.round(), "falun")
    number = FilledWorkbook.objects.get().pk
    assert kim.get(at(other, "delivery_workbook_preview", number)).status_code == 404


def test_another_rounds_workbook_is_refused(sweden, kim, delivery):
    other = sweden.delivery(sweden.round(), "falun")
    answer = kim.post(at(delivery), {"file": filled(kim, other, E4=5)})
    assert answer.status_code == 422
    assert "gäller en annan förfrågan" in text(answer)


def test_another_bodys_workbook_is_refused(sweden, kim, delivery):
    other = sweden.delivery(delivery.round, "mora")
    theirs = filled(browser(sweden.contact("mora")), other, E4=5)
    answer = kim.post(at(delivery), {"file": theirs})
    assert answer.status_code == 422
    assert "andra organisationer" in text(answer)


def test_older_questions_are_refused(kim, delivery):
    opened = fetched(kim, delivery)
    opened["Svar"]["C1"] = 1_000_000
    answer = kim.post(at(delivery), {"file": upload(opened)})
    assert "äldre version av frågorna" in text(answer)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("svar.xlsx", b"PK\x03\x04skadad", "skadad"),
        ("svar.ods", b"PK\x03\x04", "sort som inte tas emot"),
        ("svar.xlsx", b"", "Välj den arbetsbok"),
        ("svar.xlsx", xlsx(), "inte hämtad från Växel"),
    ],
    ids=["damaged", "another sort", "empty", "from elsewhere"],  # a workbook's bytes hold the second it was made
)
def test_a_bad_file_is_refused_in_words(kim, delivery, name, content, words):
    answer = kim.post(at(delivery), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert words.casefold() in text(answer).casefold() or "tom" in text(answer)
    assert not FilledWorkbook.objects.exists()


def test_no_file_is_asked_for(kim, delivery):
    assert "Välj den arbetsbok ni har fyllt i" in text(kim.post(at(delivery), {}))


def test_a_closed_round_takes_nothing_in(kim, delivery):
    address, page = previewed(kim, delivery, E4=5)
    delivery.round.state, delivery.round.closed_at = RoundState.CLOSED, delivery.round.sent_at
    delivery.round.save()
    assert accepted(kim, address, page).status_code == 409
    assert not Answer.objects.exists()


def test_by_a_link_too(delivery):
    visitor, (link, path) = Client(), link_to(delivery)
    opened = fetched(visitor, delivery, path + "arbetsbok.xlsx")
    opened["Svar"][MONEY] = "712 500"
    answer = visitor.post(path + "arbetsbok/", {"file": upload(opened)})
    page = visitor.get(answer["Location"])
    assert "Ett svar tas in i utkastet" in text(page)
    visitor.post(answer["Location"], {"seen": page.context["seen"]})
    assert Answer.objects.get().values == {"money": 71_250_000}
    link.refresh_from_db()
    assert link.used_at
    _another, other = link_to(delivery)
    assert visitor.get(f"{other}arbetsbok/{FilledWorkbook.objects.get().pk}/").status_code == 404
