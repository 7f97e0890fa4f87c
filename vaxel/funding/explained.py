"""What each choice in an agreement means to whoever makes it, with an example; what they are called is words.py."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding

STATE_LOOKS = {
    AgreementState.DRAFT: "later",
    AgreementState.PREPARED: "now",
    AgreementState.DECIDED: "done",
    AgreementState.REPLACED: "",
}

COUNTED = {
    Receivers.MUNICIPALITY: ngettext_lazy("%(n)s kommun", "%(n)s kommuner", "n"),
    Receivers.REGION: ngettext_lazy("%(n)s region", "%(n)s regioner", "n"),
    Receivers.COUNTY: ngettext_lazy("%(n)s län", "%(n)s län", "n"),
    Receivers.HEALTHCARE_REGION: ngettext_lazy("%(n)s sjukvårdsregion", "%(n)s sjukvårdsregioner", "n"),
}

KEYS_EXPLAINED = {
    Allocation.POPULATION: _("Potten × mottagarens folkmängd / allas folkmängd, en bestämd dag."),
    Allocation.EQUAL: _("Potten delas lika: tio mottagare får en tiondel var."),
    Allocation.BASE_AND_POPULATION: _("Först samma belopp till var och en, sedan det som är kvar efter folkmängd."),
    Allocation.SHARES: _(
        "Ni klistrar in andelarna. Summan är det hela: 3, 2 och 1 ger hälften, en tredjedel, en sjättedel."
    ),
    Allocation.ENTERED: _("Ni klistrar in beloppen. De ska tillsammans bli potten."),
}

ROUNDINGS_EXPLAINED = {
    Rounding.NEAREST: _(
        "Som i de tabeller som har publicerats. 100 kr på tre ger 33, 33 och 33 kr. Kronan som blir över redovisas som en egen rad."
    ),
    Rounding.LARGEST_REMAINDER: _(
        "De som är närmast nästa hela krona får de kronor som blir över. 100 kr på tre ger 34, 33 och 33 kr, tillsammans 100."
    ),
}

LEVELS_EXPLAINED = {
    Level.DIRECT: _(
        "En uträkning för alla. Länets summa är vad dess mottagare får tillsammans. Så är de publicerade tabellerna gjorda."
    ),
    Level.NESTED: _(
        "Varje län får sin del i hela kronor, och den delas sedan inom länet. Någon kan få en krona mer eller mindre än direkt."
    ),
}

LINKS_EXPLAINED = {
    Link.REQUISITION: _("Efter den dagen har den som inte har rekvirerat ingen rätt till pengarna."),
    Link.CONTRACTS: _("Underskrivna och uppvisade."),
    Link.INTERIM: _("Vad som har hänt hittills."),
    Link.SPENT: _("Det som är kvar förs över eller betalas tillbaka."),
    Link.BODY_REPORT: _("Kommunens och regionens egen."),
    Link.COUNTY_REPORT: _("Länet har fått tid att läsa och sammanställa."),
    Link.NATIONAL_REPORT: _("Till den som betalar."),
    Link.REPAYMENT: _("Det som inte är använt är tillbaka."),
}
