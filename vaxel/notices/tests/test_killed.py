"""Senders that are killed, and senders that crowd: nothing is lost, and nothing goes twice without being the same mail."""

import datetime as dt
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection

from vaxel import notices
from vaxel.notices import sending
from vaxel.notices.domain.retry import LEASE
from vaxel.notices.models import Message

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def post(key):
    notices.post(key, to="kontakt@example.org", subject="Ämne", text=f"Text {key}", not_before=NOON, digest_key="day")


class Killed(BaseException):
    """What kill -9 looks like from inside: nothing after it runs."""


@pytest.mark.django_db
@pytest.mark.parametrize("keys", ["a", "abc"])
def test_killed_between_claim_and_send_loses_nothing_and_repeats_the_same_mail(monkeypatch, keys):
    for key in keys:
        post(key)
    with monkeypatch.context() as patch:

        def die(self, **_):
            mail.outbox.append(self)  # the server got it, and nobody lived to note it
            raise Killed

        patch.setattr("django.core.mail.EmailMessage.send", die)
        with pytest.raises(Killed):
            notices.send_due(NOON)
    post("later")
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
