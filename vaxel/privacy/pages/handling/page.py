"""How personal data is treated, written from the map of every field: for anyone to read, and for a controller's register."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.personal.domain.table import Act
from vaxel.personal.handlings import HANDLINGS
from vaxel.personal.registry import kept_by

FORMS = ("csv", "json", "xlsx")
WHO = gettext_lazy("Den som har uppdrag i nätverket, och den som skriver eller nämns i det som skickas")
RECEIVERS = gettext_lazy("De organisationer som deltar i samma förfrågan, och den som begär ut allmänna handlingar")
SAFETY = gettext_lazy("Rätt efter uppdrag, inloggning i två steg, förseglad journal, kryptering under överföring")


@access(PUBLIC)
def handling(request):
    context = {
        "handlings": [one for one in HANDLINGS.values() if one.act is not Act.KEEP],
        "kept": [one for one in HANDLINGS.values() if one.act is Act.KEEP],
        "address": settings.CONTACT_ADDRESS,
    }
    return render(request, "privacy/pages/handling/page.html", context)


@access(PUBLIC)
def handling_file(request, form):
    """Article 30.1: a row a kind of data, with the very fields it stands in."""
    if form not in FORMS:
        raise Http404
    head = [
        _("Behandling"),
        _("Personuppgifter"),
        _("Ändamål"),
        _("Rättslig grund"),
        _("Registrerade"),
        _("Mottagare"),
        _("Bevaras"),
        _("Vid radering"),
        _("Säkerhet"),
        _("Överföring till tredjeland"),
        _("Fält"),
    ]
    return files.spreadsheet_response(
        form, "behandlingar-av-personuppgifter", head, [_row(one) for one in HANDLINGS.values()]
    )


def _row(one):
    words = (one.title, one.what, one.purpose, one.basis, WHO, RECEIVERS, one.kept, one.on_erasure, SAFETY, _("Ingen"))
    return [*map(str, words), ", ".join(_fields(one))]


def _fields(one):
    return [f"{table.model}.{name}" for table in kept_by(one) for name, key in table.fields.items() if key == one.key]
