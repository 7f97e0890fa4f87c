"""The fates of a file's rows, in words: what, and what to do."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vaxel.network.domain.unit_import import LONGEST_ID, LONGEST_NAME, Fate, Why

REASONS = {
    Why.NO_ID: _("Id saknas. Skriv ert eget id för enheten."),
    Why.NO_NAME: _("Namnet saknas. Skriv vad enheten heter."),
    Why.LONG_ID: _("Id är längre än %(most)s tecken. Korta det."),
    Why.LONG_NAME: _("Namnet är längre än %(most)s tecken. Korta det."),
    Why.CONTROL_CHARACTERS: _("Raden innehåller tecken som inte syns. Skriv om cellerna för hand."),
    Why.NOT_AN_ADDRESS: _("Brevlådan är ingen e-postadress. Skriv den som namn@exempel.se, eller lämna tomt."),
    Why.TWICE_IN_FILE: _("Samma id står på raderna %(about)s. Behåll en av dem."),
    Why.UNKNOWN_PARENT: _("Ingen enhet har id %(about)s, varken här eller i filen. Rätta det, eller lämna tomt."),
    Why.RING: _("Enheten skulle höra till sig själv, genom %(about)s. Rätta överordnad id."),
    Why.LOST_ZEROS: _("Liknar id %(about)s som redan finns. Har kalkylprogrammet tagit bort nollor i början?"),
    Why.SAME_NAME: _("Enheten med id %(about)s heter likadant. Är det samma enhet med nytt id, eller en ny?"),
    Why.OTHER_NAME: _("Enheten med detta id heter %(about)s i dag. Har den bytt namn, eller är id:t återanvänt?"),
    Why.ENDED: _("Id:t tillhörde %(about)s som är avslutad. Är det en ny enhet?"),
}
MOST = {Why.LONG_ID: LONGEST_ID, Why.LONG_NAME: LONGEST_NAME}

CHANGES = {"name": _("namn"), "parent": _("överordnad id"), "mailbox": _("funktionsbrevlåda")}

FATES = {
    Fate.NEW: ngettext_lazy("%(n)s ny", "%(n)s nya", "n"),
    Fate.CHANGED: ngettext_lazy("%(n)s ändrad", "%(n)s ändrade", "n"),
    Fate.UNSURE: ngettext_lazy("%(n)s osäker", "%(n)s osäkra", "n"),
    Fate.REFUSED: ngettext_lazy("%(n)s kan inte tas in", "%(n)s kan inte tas in", "n"),
    Fate.UNCHANGED: ngettext_lazy("%(n)s oförändrad", "%(n)s oförändrade", "n"),
}
ONE = {
    Fate.NEW: _("ny"),
    Fate.CHANGED: _("ändrad"),
    Fate.UNSURE: _("osäker"),
    Fate.REFUSED: _("tas inte in"),
    Fate.UNCHANGED: _("oförändrad"),
}


def reason(judged):
    if judged.why is None:
        return ""
    return REASONS[judged.why] % {"about": judged.about, "most": MOST.get(judged.why, "")}


def counts(judged):
    """ "3 nya, 1 ändrad och 2 osäkra", in that order, none left out that has any."""
    number = {fate: sum(each.fate == fate for each in judged) for fate in FATES}
    return [FATES[fate] % {"n": number[fate]} for fate in FATES if number[fate]]
