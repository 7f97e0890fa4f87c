"""What the journal and the pages call things here."""

from django.utils.translation import gettext_lazy as _

from vaxel import journal
from vaxel.privacy.domain.regime import Ground, Regime, Scope

JOURNAL = {
    "privacy.export": _("hämtade sina egna uppgifter"),
    "privacy.export_for": _("tog ut en persons uppgifter på hens begäran"),
    "privacy.draft": _("föreslog att en persons uppgifter raderas"),
    "privacy.withdraw": _("drog tillbaka ett förslag om radering"),
    "privacy.erase": _("beslutade om radering och verkställde den"),
    "journal.erase_row": _("raderade en uppgift på beslut"),
    "privacy.erase_again": _("verkställde en radering igen efter en återläst säkerhetskopia"),
}
REGIMES = {
    Regime.AUTHORITY: _("En myndighet: raderar bara efter gallringsbeslut (arkivlagen 10 §)"),
    Regime.PRIVATE: _("En enskild organisation: raderar enligt dataskyddsförordningen"),
}
GROUNDS = {
    Ground.SCHEDULE: _("Gallringsbeslutet säger att uppgiften ska gallras"),
    Ground.NOT_NEEDED: _("Uppgifterna behövs inte längre (artikel 17.1 a)"),
    Ground.WITHDRAWN: _("Personen har tagit tillbaka sitt samtycke (artikel 17.1 b)"),
    Ground.OBJECTED: _("Personen har invänt, och inget väger tyngre (artikel 17.1 c)"),
    Ground.UNLAWFUL: _("Uppgifterna har behandlats olagligt (artikel 17.1 d)"),
    Ground.DUTY: _("En rättslig förpliktelse kräver det (artikel 17.1 e)"),
}
SCOPES = {
    Scope.REACHED: _("Inloggning och kontaktuppgifter: namn, adresser, mejl och nycklar"),
    Scope.ALL: _("Allt som går: också anteckningar, texter där personen nämns och bifogade filer"),
}


def speak():
    for action, words in JOURNAL.items():
        journal.describe(action, words)
