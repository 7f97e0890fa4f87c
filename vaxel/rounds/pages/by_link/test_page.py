"""By the link, without an account: read, confirm, write, sign and send; and everything that a link must not do."""

import datetime as dt
import json

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from vaxel import files
from vaxel.network.actor import SYSTEM
from vaxel.network.models import Body, FunctionMailbox, Mandate
from vaxel.rounds.commands.issuing_links import new_link, path_of
from vaxel.rounds.commands.links import revoke_link, send_link
from vaxel.rounds.domain.kinds import AnswerStatus, RoundKind, RoundState
from vaxel.rounds.domain.state import Outcome, Step, outcome
from vaxel.rounds.models import Answer, AnsweringLink, ByLink, Delivery, Receipt
from vaxel.rounds.queries.link_targets import LinkTarget

ANSWERS = {"money": "712 500", "more": "no", "seen": "{}"}
SIGNED = {"name": "Alva Ek", "title": "kanslist", "key": "k1"}


@pytest.fixture(autouse=True)
def _no_count():
    cache.clear()


@pytest.fixture
def delivery(sweden):
    FunctionMailbox.objects.create(body=sweden.bodies["falun"], address="kommun@falun.example")
    return sweden.delivery(sweden.round(), "falun")


def link_to(delivery, **target):
    box = FunctionMailbox.objects.filter(body=delivery.body).first()
    where = target or {"mailbox_id": box.pk if box else None}
    link, secret = new_link(delivery, LinkTarget(delivery.body_id, "", **where), SYSTEM)
    link.save()
    return link, path_of(secret)


@pytest.fixture
def path(delivery):
    return link_to(delivery)[1]


@pytest.fixture
def visitor():
    return Client()


def text(response):
    return response.content.decode()


def fresh(delivery):
    return Delivery.objects.get(pk=delivery.pk)


def test_it_says_plainly_what_the_link_can_do_and_where_it_was_sent(visitor, path):
    page = text(visitor.get(path))
    for words in (
        "kan läsa frågorna, bekräfta mottagandet och svara för Falu kommun",
        "funktionsbrevlådan kommun@falun.example",
        "Inget annat i Växel syns",
        "Bekräfta mottagande",
        "Hur mycket användes",
    ):
        assert words in page


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_it_writes_nothing(visitor, delivery, path, method):
    for part in ("", "inget/", "avsta/", "granska/", "kopia/", "bekrafta/", "spara/"):
        getattr(visitor, method)(path + part)
    assert not Receipt.objects.exists()
    assert not Answer.objects.exists()
    assert AnsweringLink.objects.get().used_at is None
    assert fresh(delivery).state == Outcome.SENT


def test_confirming_names_the_mailbox_and_is_one_receipt(visitor, delivery, path):
    for _time in range(2):
        assert visitor.post(path + "bekrafta/", {"key": "same"}).status_code == 302
    receipt = Receipt.objects.get(step=Step.RECEIVED)
    assert (receipt.person_id, receipt.mandate_id) == (None, None)
    assert receipt.by_link.link.delivery_id == delivery.pk
    assert AnsweringLink.objects.get().used_at


def test_the_receipt_names_the_seat_it_was_sent_to(sweden, visitor, delivery):
    sweden.contact()
    seat = Mandate.objects.get(body=delivery.body)
    _link, path = link_to(delivery, mandate_id=seat.pk)
    visitor.post(path + "bekrafta/", {"key": "k"})
    assert Receipt.objects.get().mandate_id == seat.pk
    assert "uppdraget utredare" in text(visitor.get(path))


def test_a_post_without_the_pages_own_token_is_refused(delivery, path):
    assert Client(enforce_csrf_checks=True).post(path + "bekrafta/", {"key": "k"}).status_code == 403
    assert not Receipt.objects.exists()


def test_written_saved_reviewed_signed_and_sent_once(sweden, visitor, delivery, path):
    answer = visitor.post(path + "spara/", ANSWERS | {"do": "review"})
    assert answer["Location"] == path + "granska/"
    assert "712 500" in text(visitor.get(path + "granska/")).replace("\u00a0", " ")
    for _time in range(2):
        assert visitor.post(path + "granska/", SIGNED).status_code == 302
    assert outcome(fresh(delivery).state) == Outcome.ANSWERED
    receipt = Receipt.objects.get(step=Step.ANSWERED)
    assert (receipt.by_link.name, receipt.by_link.title) == ("Alva Ek", "kanslist")
    page = text(visitor.get(path))
    assert "Alva Ek, kanslist enligt egen uppgift, via länk skickad till funktionsbrevlådan" in page
    client = Client()
    client.force_login(sweden.contact())
    seen = text(client.get(reverse("delivery", args=[delivery.round_id, delivery.body_id])))
    assert "enligt egen uppgift" in seen
    copy = visitor.get(path + "kopia/?format=csv").content.decode()
    assert "kommun@falun.example" in copy


def test_what_was_changed_after_it_was_read_through_is_not_sent(visitor, delivery, path):
    visitor.post(path + "spara/", ANSWERS | {"do": "review"})
    read = Answer.objects.get().version
    assert f'name="version" value="{read}"' in text(visitor.get(path + "granska/"))
    Answer.objects.update(revision=7)  # a colleague wrote on
    answer = visitor.post(path + "granska/", SIGNED | {"version": read})
    assert (answer.status_code, "har ändrats" in text(answer)) == (409, True)
    assert not Receipt.objects.filter(step=Step.ANSWERED).exists()


def test_nobody_answers_without_a_name(visitor, delivery, path):
    visitor.post(path + "spara/", ANSWERS)
    answer = visitor.post(path + "granska/", SIGNED | {"name": " "})
    assert answer.status_code == 422
    assert "Skriv ert namn" in text(answer)
    assert not Receipt.objects.exists()


def test_autosave_answers_as_for_who_has_logged_in(visitor, delivery, path):
    answer = visitor.post(path + "spara/", ANSWERS, headers={"X-Autosave": "1"})
    assert answer.status_code == 200
    assert set(json.loads(answer.content)) == {"money", "more"}
    assert Answer.objects.get().status == AnswerStatus.DRAFT
    wrong = visitor.post(path + "spara/", ANSWERS | {"money": "mycket"}, headers={"X-Autosave": "1"})
    assert wrong.status_code == 422


def test_what_must_be_answered_is_asked_for_at_its_question(visitor, path):
    answer = visitor.post(path + "spara/", {"more": "no", "seen": "{}", "do": "review"})
    assert answer.status_code == 422
    assert "Frågan behöver ett svar" in text(answer)


def test_a_body_that_decides_in_two_steps_decides_itself(sweden, visitor, delivery, path):
    Body.objects.filter(pk=delivery.body_id).update(decides_in_two_steps=True)
    visitor.post(path + "spara/", ANSWERS)
    visitor.post(path + "granska/", SIGNED)
    assert not Receipt.objects.filter(step=Step.ANSWERED).exists()
    assert Answer.objects.get().status == AnswerStatus.FOR_DECISION
    assert ByLink.objects.get(receipt=None).name == "Alva Ek"
    assert "Svaret väntar på beslut hos er." in text(visitor.get(path))
    approver = Client()
    approver.force_login(sweden.approver())
    page = text(approver.get(reverse("delivery", args=[delivery.round_id, delivery.body_id])))
    assert "Alva Ek" in page
    approver.post(reverse("delivery_decide", args=[delivery.round_id, delivery.body_id]), {"key": "d"})
    assert outcome(fresh(delivery).state) == Outcome.ANSWERED


@pytest.mark.parametrize(("part", "said"), [("inget/", Outcome.NOTHING_TO_REPORT), ("avsta/", Outcome.DECLINED)])
def test_nothing_to_report_and_declining_are_signed_too(visitor, delivery, path, part, said):
    assert "Ert namn" in text(visitor.get(path + part))
    assert visitor.post(path + part, {"reason": "Vi har inga medel.", "key": "k"}).status_code == 422
    visitor.post(path + part, SIGNED | {"reason": "Vi har inga medel."})
    assert outcome(fresh(delivery).state) == said
    assert ByLink.objects.get().name == "Alva Ek"


def test_a_mailing_is_read_and_confirmed(sweden, visitor):
    _link, path = link_to(sweden.delivery(sweden.round(kind=RoundKind.MAILING, content=None), "falun"))
    assert "läsa utskicket och bekräfta mottagandet" in text(visitor.get(path))
    visitor.post(path + "bekrafta/", {"key": "k"})
    assert "Mottagandet är bekräftat" in text(visitor.get(path))


def test_earlier_answers_in_other_rounds_are_never_offered(sweden, visitor, delivery, path):
    earlier = sweden.round(title="Förra årets", state=RoundState.CLOSED)
    earlier.template_version = delivery.round.template_version
    earlier.save()
    sweden.answer(earlier, "falun", {"money": 4_242_00})
    visitor.post(path + "spara/", {"again": "all", "seen": "{}"})
    page = text(visitor.get(path)).replace("\u00a0", " ")
    assert "4 242" not in page
    assert "Förra årets" not in page


def test_colleagues_who_log_in_are_not_named(sweden, visitor, delivery, path):
    kim = Client()
    kim.force_login(sweden.contact())
    for name, data in (("delivery_save", ANSWERS), ("delivery_review", {"key": "k"})):
        kim.post(reverse(name, args=[delivery.round_id, delivery.body_id]), data)
    page = text(visitor.get(path))
    assert "En kollega hos er" in page
    assert "Kim" not in page


def test_files_of_this_part_alone(sweden, visitor, delivery, path):
    other = sweden.delivery(delivery.round, "mora")
    own, theirs = (
        files.attach_bytes("a.txt", b"Hej", owner_type="rounds.delivery", owner_id=one.pk, by=SYSTEM, kind="answer")
        for one in (delivery, other)
    )
    assert visitor.get(f"{path}fil/{own.public_id}/").status_code == 200
    assert visitor.get(f"{path}fil/{theirs.public_id}/").status_code == 404
    assert visitor.get(path + "fragor.pdf").content.startswith(b"%PDF")


def test_it_opens_nothing_else(visitor, delivery, path):
    """The link is no login: with it, every other address is as for anyone."""
    visitor.get(path)
    visitor.post(path + "bekrafta/", {"key": "k"})
    for name in ("delivery", "delivery_copy", "delivery_links", "delivery_review"):
        assert visitor.get(reverse(name, args=[delivery.round_id, delivery.body_id])).status_code == 302
    for name in ("round", "compilation", "round_receivers"):
        assert visitor.get(reverse(name, args=[delivery.round_id])).status_code == 302


def test_the_reading_link_is_no_answering_link(visitor, delivery):
    from vaxel.rounds.links import token_of

    assert visitor.get(reverse("link_answer", args=[token_of(delivery)])).status_code == 410


@pytest.mark.parametrize("token", ["x", "a.b", "å" * 50, "a" * 500])
def test_a_forged_link_says_what_to_do(db, visitor, token):
    answer = visitor.get(reverse("link_answer", args=[token]))
    assert answer.status_code == 410
    assert "be om en ny" in text(answer)


def test_a_secret_that_is_right_with_a_wrong_signature_is_refused(visitor, path):
    token = path.rstrip("/").rpartition("/")[2]
    secret = token.rpartition(".")[0]
    assert visitor.get(reverse("link_answer", args=[secret + ".AAAA"])).status_code == 410


def test_only_a_hash_is_stored(path):
    secret = path.rstrip("/").rpartition("/")[2].rpartition(".")[0]
    stored = AnsweringLink.objects.get().secret_hash
    assert len(stored) == 64
    assert secret not in stored


def test_it_ends_two_weeks_after_the_last_day_and_follows_it(visitor, delivery, path):
    late = dt.datetime.combine(delivery.round.due + dt.timedelta(days=15), dt.time(12), dt.UTC)
    with time_machine.travel(late):
        answer = visitor.get(path)
        assert answer.status_code == 410
        assert "Länken gällde till och med" in text(answer)
        Delivery.objects.filter(pk=delivery.pk).update(due=delivery.round.due + dt.timedelta(days=10))
        assert visitor.get(path).status_code == 200


def test_taken_back_it_stops_at_once_and_what_was_done_stands(sweden, visitor, delivery, path):
    visitor.post(path + "bekrafta/", {"key": "k"})
    revoke_link(AnsweringLink.objects.get(), by=sweden.actor(sweden.contact()))
    for answer in (visitor.get(path), visitor.post(path + "spara/", ANSWERS)):
        assert answer.status_code == 410
        assert "återkallad" in text(answer)
    assert Receipt.objects.count() == 1
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("state", "words"),
    [(RoundState.CLOSED, "stängd"), (RoundState.FED_BACK, "stängd"), (RoundState.RECALLED, "ångrat utskicket")],
)
def test_after_the_end_it_says_so(visitor, delivery, path, state, words):
    delivery.round.state = state
    delivery.round.save()
    for answer in (visitor.get(path), visitor.post(path + "bekrafta/", {"key": "k"})):
        assert answer.status_code == 410
        assert words in text(answer)


def test_the_address_is_told_to_nobody(visitor, path):
    answer = visitor.get(path)
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_too_many_posts_in_a_minute_are_stopped(visitor, delivery, path, monkeypatch):
    monkeypatch.setattr("vaxel.rounds.pages.by_link.opening.MOST_ACTS", 3)
    answers = [visitor.post(path + "spara/", ANSWERS).status_code for _time in range(5)]
    assert answers[:3] == [302, 302, 302]
    assert answers[4] == 429


def test_guessing_is_stopped(db, visitor, monkeypatch):
    monkeypatch.setattr("vaxel.rounds.pages.by_link.opening.MOST_WRONG", 2)
    answers = [visitor.get(reverse("link_answer", args=[f"x{n}"])).status_code for n in range(4)]
    assert answers == [410, 410, 429, 429]


def test_a_link_cannot_manage_links(delivery):
    from vaxel.rounds.link_actor import LinkActor
    from vaxel.ui.refusal import Refusal

    link, _path = link_to(delivery)
    with pytest.raises(Refusal):
        revoke_link(link, by=LinkActor(link=link))
    with pytest.raises(Refusal):
        send_link(delivery, f"b{link.mailbox_id}", by=LinkActor(link=link))


def test_a_link_acts_on_no_other_part(sweden, delivery):
    from vaxel.rounds import permissions
    from vaxel.rounds.link_actor import LinkActor

    by = LinkActor(link=link_to(delivery)[0])
    other = sweden.delivery(delivery.round, "mora")
    own_other_round = sweden.delivery(sweden.round(), "falun")
    assert permissions.acts_for(by, delivery)
    for one in (other, own_other_round):
        assert not permissions.acts_for(by, one)
        assert not permissions.may_open_answer(by, one)
    for what in ("decides", "approves_unit", "registers_for", "requests_completion"):
        assert not getattr(permissions, what)(by, delivery)
    assert not permissions.reads_round(by, delivery.round)
