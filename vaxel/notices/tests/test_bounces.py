"""What comes back from mail servers: real reports, half ones, and ones made to hurt."""

import datetime as dt
import io
import smtplib
import sys

import pytest
from django.core import mail
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel import notices
from vaxel.notices import sending
from vaxel.notices.bouncing import take_bounce, unheard
from vaxel.notices.domain.bounce import LARGEST, Report, UnreadableError, read_report
from vaxel.notices.facts import mail_failed
from vaxel.notices.models import FailedAddress, Message
from vaxel.ui.refusal import Refusal

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ID = "0123456789abcdef0123456789abcdef"
POSTFIX = """\
Return-Path: <>
Date: Mon, 23 Nov 2026 12:00:05 +0000 (UTC)
From: MAILER-DAEMON@mx.mora.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.mora.example
Arrival-Date: Mon, 23 Nov 2026 12:00:01 +0000 (UTC)

Final-Recipient: rfc822; kontakt@mora.example
Original-Recipient: rfc822;kontakt@mora.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <kontakt@mora.example>: Recipient address
    rejected: User unknown

--B
Content-Type: text/rfc822-headers

Subject: En fraga
Message-ID: <{identity}@127.0.0.1>
To: kontakt@mora.example

--B--
"""


def report(to="vaxel@example.org", action="failed", status="5.1.1", identity=ID):
    return POSTFIX.format(to=to, action=action, status=status, identity=identity).encode()


def test_a_postfix_report_is_read():
    assert read_report(report()) == Report(
        (ID,), True, "5.1.1", "550 5.1.1 <kontakt@mora.example>: Recipient address rejected: User unknown"
    )


def test_the_address_it_came_to_goes_before_the_mail_it_brings():
    other = "f" * 32
    assert read_report(report(), to=f"studs+{other}@vaxel.example").identities == (other, ID)
    assert read_report(report(to=f"<studs+{other}@vaxel.example>")).identities == (other, ID)


def test_a_whole_mail_brought_back_is_read():
    raw = report().replace(b"text/rfc822-headers", b"message/rfc822")
    assert read_report(raw).identities == (ID,)


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.7"), ("delivered", "2.0.0"), ("relayed", "2.1.9")])
def test_late_or_come_through_is_not_final(action, status):
    assert not read_report(report(action=action, status=status)).is_final


HOSTILE = {
    "nothing": b"",
    "no report": b"Subject: Semester\n\nJag ar borta till den 3.",
    "binary": bytes(range(256)) * 40,
    "too large": b"x" * (LARGEST + 1),
    "a thousand parts within parts": b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (one, one) for one in range(1000)
    ),
    "status without fields": report().split(b"Final-Recipient")[0] + b"--B--\n",
    "no boundary": report().replace(b'boundary="B"', b""),
    "half": report()[:400],
    "broken encoding": b"Content-Type: multipart/report; boundary==?utf-8?q?=FF=FE?=\n\n--\n",
    "a charset nobody knows": report()
    .replace(b"us-ascii", b"\xff\xfeklingon")
    .replace(b"Action: failed", b"\xff: x")
    .replace(b"Status:", b"\xfe:"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_report_is_refused_in_words(name):
    with pytest.raises(UnreadableError):
        read_report(HOSTILE[name])
    with pytest.raises(Refusal):
        take_bounce(HOSTILE[name])


@settings(max_examples=200)
@given(st.binary(max_size=300), st.integers(0, len(POSTFIX)), st.integers(0, 300))
def test_whatever_is_put_in_it_is_read_or_refused(junk, place, length):
    raw = report()
    try:
        found = read_report(raw[:place] + junk + raw[place + length :])
    except UnreadableError:
        return
    assert all(len(one) == len(ID) for one in found.identities)
    assert found.words.isprintable() or not found.words


@pytest.fixture
def sent(db):
    notices.post("test:1:sent:5", to="Kontakt@mora.example", subject="En fråga", text="Öppna.", not_before=NOON)
    notices.send_due(NOON)
    return Message.objects.get()


@pytest.fixture
def heard():
    found = []

    def hear(**_):
        found.extend(unheard("").values_list("event_key", flat=True))

    mail_failed.connect(hear)
    yield found
    mail_failed.disconnect(hear)


def identity_of(message):
    return message.message_id[1:33]


def test_a_bounce_marks_the_mail_and_the_address_and_is_told_once(sent, heard, django_capture_on_commit_callbacks):
    raw = report(identity=identity_of(sent))
    with django_capture_on_commit_callbacks(execute=True):
        assert "kom inte fram" in take_bounce(raw)
    sent.refresh_from_db()
    assert sent.bounced_at is not None
    assert sent.last_error.startswith("5.1.1 550 5.1.1")
    assert notices.failing(["KONTAKT@mora.example"]) == {"kontakt@mora.example"}
    assert "redan antecknad" in take_bounce(raw)
    assert heard == ["test:1:sent:5"]


def test_a_delay_changes_nothing(sent, heard):
    take_bounce(report(action="delayed", status="4.4.1", identity=identity_of(sent)))
    assert not FailedAddress.objects.exists()
    assert heard == []


def test_a_bounce_of_a_mail_we_never_sent_is_refused(sent, heard):
    with pytest.raises(Refusal, match="inte till något mejl"):
        take_bounce(report(identity="f" * 32))
    assert heard == []


def test_an_address_that_someone_has_mended_works(sent):
    take_bounce(report(identity=identity_of(sent)))
    assert notices.mended("kontakt@MORA.example")
    assert not notices.failing(["kontakt@mora.example"])
    assert not notices.mended("kontakt@mora.example")


def test_each_mail_has_an_envelope_of_its_own(settings, db):
    settings.BOUNCES = "studs@vaxel.example"
    notices.post("a", to="kontakt@mora.example", subject="En fråga", text="x", not_before=NOON)
    notices.send_due(NOON)
    (sent,) = mail.outbox
    identity = identity_of(Message.objects.get())
    assert sent.from_email == f"studs+{identity}@vaxel.example"
    assert sent.extra_headers["From"] == settings.DEFAULT_FROM_EMAIL
    assert "kom inte fram" in take_bounce(report(identity="0" * 32), to=sent.from_email)


@pytest.mark.parametrize(("code", "gone"), [(550, True), (451, False)])
def test_a_server_that_says_no_for_good_is_believed_at_once(
    db, monkeypatch, heard, code, gone, django_capture_on_commit_callbacks
):
    def send(self, **_):
        raise smtplib.SMTPRecipientsRefused({"kontakt@mora.example": (code, b"5.1.1 User unknown \xff")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)
    notices.post("a", to="kontakt@mora.example", subject="En fråga", text="x", not_before=NOON)
    with django_capture_on_commit_callbacks(execute=True):
        assert sending.send_due(NOON).failed == 1
    message = Message.objects.get()
    assert (message.bounced_at is not None, message.given_up_at is not None) == (gone, gone)
    assert (FailedAddress.objects.exists(), bool(heard)) == (gone, gone)


def test_the_command_takes_it_on_standard_input(sent, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report(identity=identity_of(sent)))))
    call_command("bounce")
    assert "kom inte fram" in capsys.readouterr().out
