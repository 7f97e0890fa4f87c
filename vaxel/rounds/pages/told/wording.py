"""The log in words: what was sent, as whom the receiver was reached, what became of it."""

from django.utils.translation import gettext_lazy as _

from vaxel.rounds.queries.reach import Reached
from vaxel.rounds.queries.told import Fate

# The beginning of the event → what it is called.
EVENTS = {
    "sent": _("förfrågan"),
    "pass-on": _("att skicka vidare"),
    "relayed": _("skickat vidare"),
    "reminded": _("påminnelse"),
    "completion": _("begäran om komplettering"),
    "prolonged": _("längre svarstid"),
    "correction": _("rättelse"),
    "reply": _("svar på er fråga"),
    "asked": _("en fråga till avsändaren"),
    "handover": _("det öppna, när någon slutat"),
    "fed": _("återkoppling"),
    "steering": _("läget i länet"),
}
ROLES = {
    Reached.CONTACT: _("kontaktpersonen"),
    Reached.DEPUTY: _("ersättaren"),
    Reached.MAILBOX: _("funktionsbrevlådan"),
    Reached.COORDINATOR: _("länets samordnare"),
    "steering": _("styrgruppen"),
    Reached.NOBODY: _("ingen gick att nå"),
}
FATES = {
    Fate.WAITING: _("väntar på att gå ut"),
    Fate.LEFT: _("gick ut"),
    Fate.BOUNCED: _("kom inte fram"),
    Fate.GIVEN_UP: _("gick inte att skicka"),
    Fate.TAKEN_BACK: _("togs tillbaka, behövdes inte"),
    Fate.NO_ADDRESS: _("ingen fungerande adress"),
}
NEED = frozenset({Fate.BOUNCED, Fate.GIVEN_UP, Fate.NO_ADDRESS})


def event_words(event):
    if event.startswith("pass-on"):
        return EVENTS["pass-on"]
    return EVENTS.get(event.split("-")[0], _("meddelande"))


def line_of(one, name):
    return {
        "one": one,
        "name": name,
        "what": event_words(one.event),
        "to": ROLES.get(one.how, ""),
        "fate": FATES[one.fate],
        "need": one.fate in NEED,
    }
