"""What a county agreement's terms are called by those who sign it."""

from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.agreements import Permits, Renewal, ResourceKind, Standing

# In plain words, as a consequence: what becomes possible once all have signed.
PERMITS = {
    Permits.JOINT_ANSWER: _("Länet får lägga fram ett gemensamt svar, som varje part antar för sig."),
    Permits.STEERING_INFORMATION: _(
        "Länets styrgrupp får veta vilka som inte har svarat, när påminnelser inte har hjälpt."
    ),
    Permits.COORDINATOR_REGISTERS_ANSWERS: _(
        "Länets samordnare får registrera ett svar som en part har lämnat på annat sätt."
    ),
    Permits.SHARED_RESOURCES: _("Parterna betalar gemensamma resurser enligt listan."),
}
RENEWALS = {
    Renewal.ENDS: _("slutar sin sista dag"),
    Renewal.YEARLY: _("förlängs ett år i taget tills någon avslutar den"),
}
RESOURCES = {
    ResourceKind.FUNCTION: _("tjänst, del av heltid"),
    ResourceKind.PREMISES: _("lokal"),
    ResourceKind.SYSTEM: _("system"),
    ResourceKind.MONEY: _("medel, andel"),
    ResourceKind.OTHER: _("annat"),
}
STANDINGS = {
    Standing.DRAFT: _("utkast"),
    Standing.WAITING: _("väntar på underskrifter"),
    Standing.COMING: _("underskriven, gäller från startdagen"),
    Standing.IN_FORCE: _("i kraft"),
    Standing.ENDED: _("har upphört"),
}
LOOKS = {Standing.IN_FORCE: "done", Standing.WAITING: "now", Standing.COMING: "now", Standing.ENDED: "later"}
