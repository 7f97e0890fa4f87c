"""What the journal says of acts on signals, after the person's name."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal

WORDS = {
    "signals.written": _("skickade en signal"),
    "signals.take": _("tog hand om signalen"),
    "signals.release": _("lade tillbaka signalen"),
    "signals.send_up": _("skickade signalen uppåt"),
    "signals.send_across": _("skickade signalen åt sidan"),
    "signals.merge": _("förde ihop signalen med en annan"),
    "signals.took_in": _("förde hit en liknande signal"),
    "signals.let_go": _("tog ut en signal som förts hit"),
    "signals.unmerge": _("tog isär hopförda signaler"),
    "signals.answer": _("svarade på signalen"),
    "signals.become": _("gjorde något av signalen"),
    "signals.fed_back": _("återkopplade vad signalen ledde till"),
    "signals.close": _("avslutade signalen"),
    "signals.reopen": _("öppnade signalen igen"),
    "signals.withdraw": _("tog tillbaka signalen"),
    "signals.publish": _("visade signalen för alla"),
    "signals.unpublish": _("slutade visa signalen för alla"),
    "signals.agree": _("sade ja till att signalen visas för alla"),
    "signals.erase": _("raderade signalens text"),
}


def speak():
    for action, words in WORDS.items():
        journal.describe(action, words)
