"""A mail out of one message, or out of several for the same receiver."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

RULE = "\n\n– – –\n\n"


def host():
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def compose(messages, message_id, connection=None):
    """`messages` go to one receiver; the first one's language holds for all."""
    headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}  # no holiday replies
    envelope = envelope_of(message_id)
    if envelope:
        headers["From"] = settings.DEFAULT_FROM_EMAIL
    with override(messages[0].language):
        subject, text = (messages[0].subject, messages[0].text) if len(messages) == 1 else _merged(messages)
        body = f"{text}\n\n-- \n{_signature()}\n"
    return EmailMessage(subject, body, envelope or None, to=[messages[0].to], headers=headers, connection=connection)


def _merged(messages):
    number = len(messages)
    subject = ngettext("%(number)s meddelande från Växel", "%(number)s meddelanden från Växel", number)
    parts = [f"{place}. {one.subject}\n\n{one.text}" for place, one in enumerate(messages, 1)]
    return subject % {"number": number}, RULE.join(parts)


def _signature():
    return _("Växel – kunskap, frågor och medel, åt båda håll") + f"\n{settings.BASE_URL}"


def envelope_of(message_id):
    """Where bounces of this very mail go, if the installation has an address for them: studs+<identity>@domain."""
    name, at, domain = settings.BOUNCES.partition("@")
    return f"{name}+{message_id[1:].partition('@')[0]}@{domain}" if at else ""


def secret():
    """A mail's identity cannot be guessed, so a bounce that knows it has seen the mail."""
    return salted_hmac("vaxel.notices.mail", b"", algorithm="sha256").digest()
