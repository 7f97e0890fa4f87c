"""What the kinds, levels and states of a signal are called by those who read them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.kinds import Kind
from vaxel.network.wording import KINDS as BODY_KINDS
from vaxel.signals.domain.kinds import Level, SignalKind, SignalState, Step


@dataclass(frozen=True)
class Word:
    one: str | Promise
    explained: str | Promise


KINDS = {
    SignalKind.NEED: Word(
        _("Behov"), _("Något som människor behöver och inte får, eller som behövs för att någon ska kunna ge det.")
    ),
    SignalKind.EARLY_SIGN: Word(
        _("Tidigt tecken på ohälsa"), _("Något som ökar eller förändras, innan det syns i statistiken.")
    ),
    SignalKind.GOOD_EXAMPLE: Word(_("Gott exempel"), _("Något som har fungerat, och som andra kan ta efter.")),
    SignalKind.PRACTICE: Word(
        _("Lovande arbetssätt"), _("Något som prövas och ser lovande ut, men inte är utvärderat än.")
    ),
    SignalKind.RETIRE: Word(
        _("Förslag att sluta med något"), _("En metod eller en uppgift som inte längre gör nytta.")
    ),
}

STATES = {
    SignalState.NEW: _("väntar"),
    SignalState.TAKEN: _("någon har tagit den"),
    SignalState.ANSWERED: _("besvarad"),
    SignalState.CLOSED: _("avslutad"),
    SignalState.MERGED: _("hopförd med en annan"),
    SignalState.WITHDRAWN: _("tillbakatagen"),
}

LEVELS = {
    Level.OWN: _("den egna organisationen"),
    Level.COUNTY: _("länet"),
    Level.RESOURCE_CENTRE: BODY_KINDS[Kind.RESOURCE_CENTRE],
    Level.NATION: _("nationen"),
}

STEPS = {
    Step.WRITTEN: _("Signalen skickades"),
    Step.TAKE: _("Någon tog hand om den"),
    Step.RELEASE: _("Den lades tillbaka för någon annan"),
    Step.SEND_UP: _("Skickades uppåt"),
    Step.SEND_ACROSS: _("Skickades åt sidan"),
    Step.MERGE: _("Fördes ihop med en liknande"),
    Step.TOOK_IN: _("En liknande signal fördes hit"),
    Step.UNMERGE: _("Togs isär från en liknande"),
    Step.LET_GO: _("En signal som förts hit togs ut"),
    Step.ANSWER: _("Svar till den som skrev"),
    Step.BECOME: _("Ledde till något nytt"),
    Step.FED_BACK: _("Det här blev det av den"),
    Step.CLOSE: _("Avslutades"),
    Step.REOPEN: _("Öppnades igen"),
    Step.WITHDRAW: _("Togs tillbaka av den som skrev"),
    Step.PUBLISH: _("Började visas för alla"),
    Step.UNPUBLISH: _("Slutade visas för alla"),
}


def kind_name(kind) -> str:
    return str(KINDS[SignalKind(kind)].one)
