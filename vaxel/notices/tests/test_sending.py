import datetime as dt
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core import mail
from django.db import connection

from vaxel import notices
from vaxel.notices import sending
from vaxel.notices.checks import checks
from vaxel.notices.domain.retry import LEASE
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


class Killed(BaseException):
    """What kill -9 looks like from inside: nothing after it runs."""


@pytest.mark.django_db
@pytest.mark.parametrize("keys", ["a", "abc"])
def test_killed_between_claim_and_send_loses_nothing_and_repeats_the_same_mail(monkeypatch, keys):
    for key in keys:
        post(key, digest_key="day")
    with monkeypatch.context() as patch:

        def die(self, **_):
            mail.outbox.append(self)  # the server got it, and nobody lived to note it
            raise Killed

        patch.setattr("django.core.mail.EmailMessage.send", die)
        with pytest.raises(Killed):
            notices.send_due(NOON)
    post("later", digest_key="day")
    assert notices.send_due(NOON + MINUTE).messages == 1
    assert notices.send_due(NOON + LEASE).messages == len(keys)
    first, apart, again = mail.outbox
    assert (first.body, first.extra_headers) == (again.body, again.extra_headers)
    assert apart.extra_headers["Message-ID"] != first.extra_headers["Message-ID"]
    assert not Message.objects.waiting().exists()


@pytest.mark.django_db(transaction=True)
def test_many_senders_at_once_send_each_mail_once():
    notices.post_many(
        [
            notices.Draft(f"k{one}", f"a{one % 7}@example.org", "Ny", "x", NOON, "day" if one % 3 else "")
            for one in range(120)
        ]
    )

    def send(_):
        try:
            total = 0
            while batch := sending.claim(NOON, 9):
                total += sum(map(len, batch))
                Message.objects.filter(pk__in=[one.pk for mine in batch for one in mine]).update(sent_at=NOON)
            return total
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(send, range(6))) == 120
    assert set(Message.objects.values_list("attempts", flat=True)) == {1}


CHILD = """
import datetime as dt, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "vaxel.site.settings"
import django; django.setup()
from django.conf import settings
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
settings.EMAIL_FILE_PATH = sys.argv[2]
from vaxel.notices import sending
send, left = sending._send, [int(sys.argv[3])]
def counted(*args):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), 9)
    return send(*args)
sending._send = counted
while sending.send_due(dt.datetime.fromisoformat(sys.argv[4]), limit=10).claimed: pass
"""


@pytest.mark.django_db(transaction=True)
def test_killed_for_real_again_and_again_loses_nothing(tmp_path):
    """kill -9 after some mails, three times; the next sender takes over when the lease runs out."""
    notices.post_many([notices.Draft(f"k{one}", f"a{one}@example.org", f"nr-{one}-", "x", NOON) for one in range(40)])
    name = str(connection.settings_dict["NAME"])
    for turn in range(4):
        mails = 7 if turn < 3 else 1000
        now = NOON + turn * (LEASE + MINUTE)
        child = [sys.executable, "-c", CHILD, name, str(tmp_path), str(mails), now.isoformat()]
        done = subprocess.run(child, env={**os.environ}, capture_output=True, check=False)
        assert done.returncode == (-9 if turn < 3 else 0), done.stderr.decode()
    sent = "".join(one.read_text() for one in tmp_path.iterdir())
    assert [sent.count(f"Subject: nr-{one}-\n") for one in range(40)] == [1] * 40
    assert not Message.objects.waiting().exists()


@pytest.mark.django_db
def test_the_worker_and_the_tick_send_the_same(settings):
    with time_machine.travel(NOON, tick=False):
        for one in range(250):
            post(f"a{one}")
        assert deliver.func() == 250
        post("b")
        assert sending.tick().mails == 1
        assert sending.tick().mails == 0
