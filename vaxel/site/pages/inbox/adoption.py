"""What waits about things that are spread: methods to be settled, and what peers ask or have said."""

from django.utils.translation import gettext_lazy as _

from vaxel.adoption.queries.waiting import waiting
from vaxel.rounds.queries.inbox import Item

# What waits → (act of the inbox, verb, title).
WORDS = {
    "proposed": ("adoption_proposed", _("Ta ställning"), _("Förslag om utfasning: %(name)s")),
    "heard": ("decide", _("Besluta"), _("Remissen är klar: %(name)s")),
    "prepared": ("decide", _("Bekräfta"), _("Beslut om utfasning: %(name)s")),
    "left_behind": ("adoption_left", _("Registrera"), _("Utfasat, men i bruk hos er: %(name)s")),
    "invited": ("adoption_invited", _("Svara"), _("Inbjudan att granska: %(name)s")),
    "told": ("adoption_told", _("Läs"), _("Granskningen är klar: %(name)s")),
}


def of_adoption(actor) -> list[Item]:
    return [_item(one, *WORDS[one.what]) for one in waiting(actor)]


def _item(one, act, verb, title):
    return Item(act, str(verb), title % {"name": one.name}, "", None, one.url_name, one.url_args, one.needs_now)
