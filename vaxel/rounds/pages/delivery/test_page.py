"""A delivery, from the mail to the receipt, by plain posts: everything here works without JavaScript."""

import datetime as dt
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from vaxel.calendar.clock import today
from vaxel.network.acting import CHOSEN
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.domain.merging import fingerprints
from vaxel.rounds.domain.state import Flag, Outcome, Step, outcome
from vaxel.rounds.models import Answer, Delivery, Receipt
from vaxel.rounds.tests.browsing import browser

ANSWERS = {"money": "712 500", "more": "yes", "why": "Sen start", "seen": "{}"}


@pytest.fixture
def asked(sweden):
    return sweden.round()


@pytest.fixture
def delivery(sweden, asked):
    return sweden.delivery(asked, "falun")


@pytest.fixture
def kim(sweden):
    return browser(sweden.contact())


def at(delivery, name="delivery", *more):
    return reverse(name, args=[delivery.round_id, delivery.body_id, *more])


def text(response):
    return response.content.decode()


def fresh(delivery):
    return Delivery.objects.select_related("round").get(pk=delivery.pk)


def test_head_says_from_whom_when_and_what_it_replaces(kim, delivery):
    page = text(kim.get(at(delivery)))
    for words in (
        "från Nationella kansliet",
        "om 12 dagar",
        "Cirka 25 minuter",
        "Ersätter förra årets två enkäter",
        "Fråga 1",
    ):
        assert words in page


def test_reading_writes_nothing(kim, delivery):
    kim.get(at(delivery))
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("key", ["mora", "solna"])
def test_other_bodies_do_not_know_it_exists(sweden, delivery, key):
    assert browser(sweden.contact(key)).get(at(delivery)).status_code == 404


def test_who_is_not_logged_in_is_asked_to(delivery):
    answer = Client().get(at(delivery))
    assert answer.status_code == 302
    assert "next=" in answer["Location"]


def test_confirming_is_one_receipt_however_often_it_is_pressed(kim, delivery):
    for _time in range(2):
        kim.post(at(delivery, "delivery_confirm"), {"key": "same"})
    assert Receipt.objects.filter(step=Step.RECEIVED).count() == 1
    assert "Mottagandet bekräftades av Kim" in text(kim.get(at(delivery)))


def test_a_link_opened_by_a_scanner_confirms_nothing(kim, delivery):
    assert kim.get(at(delivery, "delivery_confirm")).status_code == 405


def test_the_draft_is_saved_as_people_write(kim, delivery):
    answer = kim.post(at(delivery, "delivery_save"), ANSWERS | {"do": "save"})
    assert answer.status_code == 302
    draft = Answer.objects.get(delivery=delivery)
    assert (draft.status, draft.values["money"]) == (AnswerStatus.DRAFT, 71_250_000)
    assert outcome(fresh(delivery).state) == Outcome.SENT
    assert "712\u00a0500" in text(kim.get(at(delivery)))


def test_what_does_not_fit_is_told_at_its_question_and_the_rest_is_saved(kim, delivery):
    answer = kim.post(at(delivery, "delivery_save"), ANSWERS | {"money": "mycket", "do": "save"})
    page = text(answer)
    assert answer.status_code == 422
    assert 'href="#id_money"' in page
    assert "är inget belopp" in page
    assert 'value="mycket"' in page
    assert Answer.objects.get(delivery=delivery).values == {"more": "yes", "why": "Sen start"}


def test_autosave_answers_with_what_is_now_saved(kim, delivery):
    answer = kim.post(at(delivery, "delivery_save"), ANSWERS, headers={"X-Autosave": "1"})
    assert answer.status_code == 200
    assert answer.json() == fingerprints({"money": 71_250_000, "more": "yes", "why": "Sen start"})
    wrong = kim.post(at(delivery, "delivery_save"), ANSWERS | {"money": "x"}, headers={"X-Autosave": "1"})
    assert wrong.status_code == 422


def test_two_colleagues_in_one_draft_keep_each_others_answers(kim, sweden, delivery):
    kim.post(at(delivery, "delivery_save"), {"money": "1", "seen": "{}"})
    seen = json.dumps(fingerprints({"money": 100}))
    browser(sweden.approver()).post(at(delivery, "delivery_save"), {"money": "2", "seen": seen})
    conflict = kim.post(at(delivery, "delivery_save"), {"money": "3", "more": "no", "seen": seen})
    assert conflict.status_code == 422
    assert "En kollega har ändrat svaret" in text(conflict)
    assert Answer.objects.get(delivery=delivery).values == {"money": 200, "more": "no"}


def test_review_asks_for_what_is_left(kim, delivery):
    answer = kim.post(at(delivery, "delivery_save"), ANSWERS | {"why": "", "do": "review"})
    assert answer.status_code == 422
    assert 'href="#id_why"' in text(answer)
    assert kim.get(at(delivery, "delivery_review")).status_code == 422


def test_an_empty_answer_is_not_sent(kim, sweden):
    content = {"sections": [{"id": "s", "questions": [{"id": "q", "type": "text", "label": "Något?"}]}]}
    delivery = sweden.delivery(sweden.round("falun", content=content))
    answer = kim.post(at(delivery, "delivery_save"), {"q": "", "do": "review"})
    assert answer.status_code == 422
    assert "inte svarat på någon fråga" in text(answer)


def test_a_hidden_question_is_not_asked_for(kim, delivery):
    answer = kim.post(at(delivery, "delivery_save"), {"money": "1", "more": "no", "do": "review", "seen": "{}"})
    assert answer["Location"] == at(delivery, "delivery_review")


def send(client, delivery, key="k1"):
    client.post(at(delivery, "delivery_save"), ANSWERS | {"do": "review"})
    review = client.get(at(delivery, "delivery_review"))
    assert "712\u00a0500\u00a0kr" in text(review)
    return client.post(at(delivery, "delivery_review"), {"key": key})


def test_sent_and_the_receipt_in_hand(kim, delivery):
    assert send(kim, delivery)["Location"] == at(delivery)
    page = text(kim.get(at(delivery)))
    receipt = Receipt.objects.get(step=Step.ANSWERED)
    for words in (
        "Kvittens",
        f"{delivery.round.number}-{receipt.pk}",
        "Kim, utredare",
        "Till er registrator",
        "Vad händer nu",
    ):
        assert words in page
    assert Answer.objects.get(delivery=delivery).status == AnswerStatus.SUBMITTED


def test_the_same_form_twice_is_one_receipt(kim, delivery):
    assert send(kim, delivery, "same").status_code == 302
    assert kim.post(at(delivery, "delivery_review"), {"key": "same"}).status_code == 302
    assert Receipt.objects.filter(step=Step.ANSWERED).count() == 1


def test_a_second_submit_is_refused_in_words(kim, delivery):
    send(kim, delivery)
    answer = kim.post(at(delivery, "delivery_review"), {"key": "k2"})
    assert answer.status_code == 409
    assert "Det ni har skickat gäller" in text(answer)
    assert Receipt.objects.filter(step=Step.ANSWERED).count() == 1


def test_two_steps_where_the_body_wants_them(sweden, kim, delivery):
    delivery.body.decides_in_two_steps = True
    delivery.body.save()
    send(kim, delivery)
    assert Answer.objects.get(delivery=delivery).status == AnswerStatus.FOR_DECISION
    assert "Den som beslutar hos er har fått ett mejl" in text(kim.get(at(delivery)))
    robin = browser(sweden.approver())
    assert "Besluta och skicka" in text(robin.get(at(delivery)))
    back = robin.post(at(delivery, "delivery_decide"), {"do": "back", "note": ""})
    assert back.status_code == 422
    assert "vad som ska ändras" in text(back)
    robin.post(at(delivery, "delivery_decide"), {"do": "back", "note": "Ta med hösten"})
    assert "Ta med hösten" in text(kim.get(at(delivery)))
    send(kim, delivery)
    robin.post(at(delivery, "delivery_decide"), {"do": "decide", "key": "d1"})
    assert outcome(fresh(delivery).state) == Outcome.ANSWERED
    assert fresh(delivery).state & Flag.APPROVED


def test_only_the_approver_decides(kim, delivery):
    assert kim.post(at(delivery, "delivery_decide"), {"do": "decide"}).status_code == 404


def test_nothing_to_report_is_an_answer(kim, delivery):
    assert kim.get(at(delivery, "delivery_nothing")).status_code == 200
    kim.post(at(delivery, "delivery_nothing"), {"reason": "", "key": "n"})
    assert outcome(fresh(delivery).state) == Outcome.NOTHING_TO_REPORT
    assert "Inget att redovisa" in text(kim.get(at(delivery)))


def test_declining_needs_a_reason(kim, delivery):
    answer = kim.post(at(delivery, "delivery_decline"), {"reason": " ", "key": "n"})
    assert answer.status_code == 422
    assert 'href="#id_reason"' in text(answer)
    kim.post(at(delivery, "delivery_decline"), {"reason": "Vi tog inte medlen", "key": "n"})
    assert outcome(fresh(delivery).state) == Outcome.DECLINED
    assert "Vi tog inte medlen" in text(kim.get(at(delivery)))


def test_withdrawn_until_due(kim, delivery):
    send(kim, delivery)
    assert "Dra tillbaka svaret" in text(kim.get(at(delivery)))
    kim.post(at(delivery, "delivery_withdraw"), {"key": "w"})
    assert outcome(fresh(delivery).state) == Outcome.RECEIVED


def test_after_due_it_is_not_withdrawn(kim, delivery):
    send(kim, delivery)
    delivery.round.due = today() - dt.timedelta(days=1)
    delivery.round.save()
    assert "Dra tillbaka svaret" not in text(kim.get(at(delivery)))
    answer = kim.post(at(delivery, "delivery_withdraw"), {"key": "w"})
    assert answer.status_code == 409
    assert "Svarstiden har gått ut" in text(answer)


def test_an_answer_after_closing_is_refused_in_words(kim, delivery):
    delivery.round.state, delivery.round.closed_at = RoundState.CLOSED, delivery.round.sent_at
    delivery.round.save()
    answer = kim.post(at(delivery, "delivery_save"), ANSWERS)
    assert answer.status_code == 409
    assert "stängd" in text(answer)
    assert "stängd" in text(kim.get(at(delivery)))
    assert not Answer.objects.exists()


def test_completion_is_asked_for_with_a_reason_and_shown_where_it_belongs(sweden, kim, delivery):
    send(kim, delivery)
    sam = browser(sweden.coordinator())
    page = text(sam.get(at(delivery)))
    assert "712\u00a0500\u00a0kr" in page
    assert "Begär komplettering" in page
    assert sam.post(at(delivery, "delivery_completion"), {"reason": "", "key": "c"}).status_code == 422
    sam.post(at(delivery, "delivery_completion"), {"reason": "Hösten saknas", "key": "c"})
    page = text(kim.get(at(delivery)))
    assert page.index("Hösten saknas") < page.index('id="svara"')
    assert "712\u00a0500" in page
    seen = json.dumps(fingerprints(Answer.objects.get(delivery=delivery).values))
    kim.post(at(delivery, "delivery_save"), ANSWERS | {"why": "Hösten med", "seen": seen, "do": "review"})
    kim.post(at(delivery, "delivery_review"), {"key": "k9"})
    assert not fresh(delivery).state & Flag.COMPLETION_REQUESTED


def test_changing_what_was_sent_begins_from_it(kim, delivery):
    send(kim, delivery)
    assert 'id="svara"' not in text(kim.get(at(delivery)))
    page = text(kim.get(at(delivery) + "?andra=1"))
    assert 'id="svara"' in page
    assert "gäller tills ni skickar ändringen" in page


def test_last_years_answer_is_offered_and_used_by_a_button(sweden, kim, asked):
    sweden.answer(asked, "falun", {"money": 64_000_000, "more": "yes"})
    delivery = sweden.delivery(sweden.round("falun"))
    page = text(kim.get(at(delivery)))
    assert "svarade ni 640\u00a0000\u00a0kr på samma fråga" in page
    kim.post(at(delivery, "delivery_save"), {"again": "money", "seen": "{}"})
    assert Answer.objects.get(delivery=delivery).values == {"money": 64_000_000}
    kim.post(
        at(delivery, "delivery_save"),
        {"again": "all", "money": "5", "seen": json.dumps(fingerprints({"money": 64_000_000}))},
    )
    assert Answer.objects.get(delivery=delivery).values == {"money": 500, "more": "yes"}


FILES = {
    "sections": [{"id": "s", "questions": [{"id": "plan", "type": "file", "label": "Bifoga planen", "required": True}]}]
}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


def test_a_file_is_attached_fetched_by_those_who_may_and_taken_away(sweden, kim):
    delivery = sweden.delivery(sweden.round("falun", content=FILES))
    kim.post(at(delivery, "delivery_save"), {"plan": SimpleUploadedFile("Plan.pdf", PDF)})
    value = Answer.objects.get(delivery=delivery).values["plan"]
    assert value["name"] == "Plan.pdf"
    assert f'href="{at(delivery, "delivery_file", value["id"])}"' in text(kim.get(at(delivery)))
    address = at(delivery, "delivery_file", value["id"])
    assert kim.get(address).content == PDF
    assert browser(sweden.secretary()).get(address).status_code == 404  # nothing is sent yet
    kim.post(at(delivery, "delivery_save"), {"do": "save"})
    assert Answer.objects.get(delivery=delivery).values["plan"] == value
    kim.post(at(delivery, "delivery_review"), {"key": "f"})
    assert browser(sweden.secretary()).get(address).status_code == 200
    assert browser(sweden.contact("mora")).get(address).status_code == 404


def test_a_file_that_is_not_what_it_says_is_refused_at_its_question(sweden, kim):
    delivery = sweden.delivery(sweden.round("falun", content=FILES))
    answer = kim.post(at(delivery, "delivery_save"), {"plan": SimpleUploadedFile("Plan.pdf", b"MZ\x90 program")})
    assert answer.status_code == 422
    assert 'href="#id_plan"' in text(answer)
    assert not Answer.objects.filter(delivery=delivery).exists()


def test_assigned_to_a_colleague(sweden, kim, delivery):
    robin = sweden.approver().person
    page = text(kim.get(at(delivery, "delivery_assign")))
    assert "Robin, ekonomichef" in page
    kim.post(at(delivery, "delivery_assign"), {"person": str(robin.public_id)})
    assert fresh(delivery).assignee == robin.public_id
    kim.post(at(delivery, "delivery_assign"), {"person": ""})
    assert fresh(delivery).assignee is None
    assert kim.post(at(delivery, "delivery_assign"), {"person": "nobody"}).status_code == 422


def test_a_mailing_is_confirmed_and_asks_nothing(sweden, kim):
    delivery = sweden.delivery(sweden.round("falun", content=None, kind=RoundKind.MAILING, text="Läs **detta**."))
    page = text(kim.get(at(delivery)))
    assert "<strong>detta</strong>" in page
    assert "Bekräfta mottagande" in page
    assert "Bekräfta senast" in page
    assert "Svara senast" not in page
    assert 'id="svara"' not in page
    kim.post(at(delivery, "delivery_confirm"), {"key": "m"})
    assert "Mottagandet är bekräftat" in text(kim.get(at(delivery)))
    assert kim.get(at(delivery, "delivery_copy")).content.startswith(b"%PDF")


def test_who_uses_another_mandate_is_told_to_change_it(sweden, delivery):
    kim = sweden.contact()
    mora = Mandate.objects.create(body=sweden.bodies["mora"], person=kim.person, role=Role.CONTACT)
    client = browser(kim)
    session = client.session
    session[CHOSEN] = mora.pk
    session.save()
    page = text(client.get(at(delivery)))
    assert "Byt uppdrag" in page
    assert 'id="svara"' not in page
    assert client.post(at(delivery, "delivery_save"), ANSWERS).status_code == 404


def test_own_answer_beside_others_from_three(sweden, kim, asked, delivery):
    for key in ("mora", "solna"):
        sweden.answer(asked, key, {"money": 100})
    send(kim, delivery)
    page = text(kim.get(at(delivery)))
    assert "Så ser det ut hos andra" in page
    assert "median 1\u00a0kr" in page


def test_the_page_asks_the_database_equally_often_however_much_has_happened(
    sweden, kim, delivery, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as seen:
            kim.get(at(delivery))
        return len(seen)

    kim.post(at(delivery, "delivery_confirm"), {"key": "a"})
    before = queries()
    for number in range(3):
        Receipt.objects.create(
            delivery=delivery, step=Step.RELAYED, state=9, received_at=delivery.round.sent_at, key=f"r{number}"
        )
    assert queries() == before
