"""Letters are Swedish, also when the page they are sent from is read in English."""

import datetime as dt

from django.utils.translation import get_language, override

from vaxel.notices.models import Message
from vaxel.rounds.commands import mail


def test_a_letter_is_swedish_whoever_sends_it(world):
    world.mailbox(world.falun, "falun@example.org")
    asked = world.sent(kinds=["municipality"])
    with override("en"):
        mail.prolonged(asked, dt.date(2027, 1, 29), [world.falun.pk])
        assert get_language() == "en"
    letter = Message.objects.get(event_key__contains="prolonged")
    assert letter.subject.startswith("Svarstiden är förlängd")
    assert "fredag 29 januari 2027" in letter.text
