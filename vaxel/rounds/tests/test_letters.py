"""Letters are Swedish, also when the page they are sent from is read in English."""

import datetime as dt

from django.utils.translation import get_language, override

from vaxel.notices.models import Message
from vaxel.rounds.commands import mail, mail_running
from vaxel.rounds.commands.remind import remind
from vaxel.rounds.domain.kinds import RoundKind


def test_a_letter_is_swedish_whoever_sends_it(world):
    world.mailbox(world.falun, "falun@example.org")
    asked = world.sent(kinds=["municipality"])
    with override("en"):
        mail_running.prolonged(asked, dt.date(2027, 1, 29), [world.falun.pk])
        assert get_language() == "en"
    letter = Message.objects.get(event_key__contains="prolonged")
    assert letter.subject.startswith("Svarstiden är förlängd")
    assert "fredag 29 januari 2027" in letter.text


def test_a_mailing_asks_for_a_receipt_not_an_answer(world):
    world.mailbox(world.falun, "falun@example.org")
    sent = world.sent(kinds=["municipality"], kind=RoundKind.MAILING)
    mail.sent(sent, [world.delivery(sent, world.falun)])
    remind(sent, by=world.secretary)
    first, reminder = (Message.objects.get(event_key__contains=event).text for event in (":sent:", ":reminded-"))
    assert "Bekräfta senast" in first
    assert "Ni har inte bekräftat mottagandet" in reminder
    assert "svar" not in (first + reminder).casefold()
