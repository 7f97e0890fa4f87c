import datetime as dt

import pytest
import time_machine
from django.core import mail

from vaxel import notices
from vaxel.notices import sending
from vaxel.notices.checks import checks
from vaxel.notices.models import Message
from vaxel.notices.tasks import deliver

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def post(key, to="kontakt@example.org", **changes):
    notices.post(key, **{"to": to, "subject": f"Ämne {key}", "text": f"Text {key}", "not_before": NOON, **changes})


@pytest.fixture
def _refusing(monkeypatch):
    def send(self, **_):
        raise OSError("mail server is away")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)


@pytest.mark.django_db
def test_what_is_due_is_sent_once():
    post("a")
    post("b", not_before=NOON + 10 * MINUTE)
    assert notices.send_due(NOON).mails == 1
    assert notices.send_due(NOON).mails == 0
    assert [one.subject for one in mail.outbox] == ["Ämne a"]
    assert notices.send_due(NOON + 10 * MINUTE).mails == 1


@pytest.mark.django_db
def test_a_mail_links_back_and_asks_for_no_holiday_reply():
    post("a")
    notices.send_due(NOON)
    (sent,) = mail.outbox
    assert sent.body == "Text a\n\n-- \nVäxel – kunskap, frågor och medel, åt båda håll\nhttp://127.0.0.1:8000\n"
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert sent.message()["Message-ID"] == Message.objects.get().message_id


@pytest.mark.django_db
def test_same_receiver_and_key_are_one_mail():
    post("a", digest_key="day")
    post("b", digest_key="day")
    post("c", digest_key="day", to="annan@example.org")
    post("d")
    post("e")
    assert notices.send_due(NOON) == sending.Sent(claimed=5, mails=4, messages=5)
    merged = next(one for one in mail.outbox if "meddelanden" in one.subject)
    assert merged.subject == "2 meddelanden från Växel"
    assert "1. Ämne a\n\nText a" in merged.body
    assert "2. Ämne b\n\nText b" in merged.body
    assert merged.to == ["kontakt@example.org"]


@pytest.mark.django_db
def test_a_digest_is_not_split_by_the_limit():
    for key in "abcde":
        post(key, digest_key="day")
    assert notices.send_due(NOON, limit=2) == sending.Sent(claimed=5, mails=1, messages=5)


@pytest.mark.django_db
def test_a_mail_speaks_its_receivers_language():
    post("a", digest_key="day", language="en")
    post("b", digest_key="day", language="en")
    notices.send_due(NOON)
    assert len(mail.outbox) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3, 60])
def test_claiming_takes_the_same_number_of_queries_a_mail(number, django_assert_max_num_queries):
    for one in range(number):
        post(f"a{one}")
    with django_assert_max_num_queries(6 + 3 * number):
        assert notices.send_due(NOON).mails == number


@pytest.mark.django_db
def test_a_recall_between_claim_and_send_is_heeded(monkeypatch):
    post("a")
    claim = sending.claim

    def claim_and_be_recalled(*args):
        found = claim(*args)
        notices.cancel("a")
        return found

    monkeypatch.setattr(sending, "claim", claim_and_be_recalled)
    assert notices.send_due(NOON).mails == 0
    assert mail.outbox == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_refusing")
def test_a_server_that_is_away_is_tried_again_with_growing_patience():
    post("a")
    now, tries = NOON, []
    while now:
        assert notices.send_due(now).failed == 1
        assert notices.send_due(now).claimed == 0
        tries.append(int((now - NOON) / MINUTE))
        message = Message.objects.get()
        now = message.claimed_until
    assert tries == [0, 1, 6, 21, 81, 261, 621, 1341, 2061, 2781]
    assert message.given_up_at is not None
    assert notices.send_due(NOON + 9999 * MINUTE).claimed == 0
    assert message.last_error == "OSError: mail server is away"
    assert [ok for _, ok, _ in checks()] == [False]


@pytest.mark.django_db
def test_one_bad_mail_does_not_hold_up_the_rest(monkeypatch):
    send = mail.EmailMessage.send

    def choosy(self, **options):
        if "b" in self.subject:
            raise OSError("refused")
        return send(self, **options)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", choosy)
    for key in "abc":
        post(key)
    assert notices.send_due(NOON) == sending.Sent(claimed=3, mails=2, messages=2, failed=1)
    assert [ok for _, ok, _ in checks()] == [True]


@pytest.mark.django_db
def test_the_worker_and_the_tick_send_the_same(settings):
    with time_machine.travel(NOON, tick=False):
        for one in range(250):
            post(f"a{one}")
        assert deliver.func() == 250
        post("b")
        assert sending.tick().mails == 1
        assert sending.tick().mails == 0


@pytest.mark.django_db
def test_a_tick_that_has_sent_for_long_leaves_the_rest_to_the_next(monkeypatch):
    monkeypatch.setattr(sending, "LONGEST", 0)
    for one in range(250):
        post(f"a{one}", not_before=NOON)
    assert [sending.tick().mails for _ in range(3)] == [200, 50, 0]
