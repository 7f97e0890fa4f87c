"""When something may be done to a proposal to retire a thing, by anyone. Who may is permissions.py.

The rules stand as lines; a test sees that exactly one line answers every question.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from vaxel.adoption.domain.retiring import RetirementState
from vaxel.rounds.domain.kinds import RoundState
from vaxel.ui.refusal import Refusal

CONFLICT = 409


class RetirementAct(StrEnum):
    DISMISS = "dismiss"
    CONSULT = "consult"
    PREPARE = "prepare"
    SEND_BACK = "send_back"
    CONFIRM = "confirm"
    END = "end"


@dataclass(frozen=True)
class Line:
    """`why` is the sentence that refuses; None allows."""

    states: frozenset
    acts: frozenset
    why: object = None

    def covers(self, state, act) -> bool:
        return state in self.states and act in self.acts


def _line(states, acts, why=None):
    return Line(frozenset(states), frozenset(acts), why)


S, A = RetirementState, RetirementAct
BEFORE = (S.PROPOSED, S.CONSULTING, S.HEARD)
OVER = (S.DISMISSED, S.KEPT, S.ENDED)

LINES = (
    _line([S.PROPOSED], (A.DISMISS, A.CONSULT)),
    _line([S.PROPOSED], (A.PREPARE,), _("Fråga först dem som använder det, genom en remiss.")),
    _line([S.CONSULTING], (A.PREPARE,), _("Remissen är inte klar. Stäng den först, så att alla svar är med.")),
    _line([S.CONSULTING, S.HEARD], (A.DISMISS,), _("De som använder det är tillfrågade. Skriv ett beslut med skäl.")),
    _line([S.CONSULTING, S.HEARD], (A.CONSULT,), _("Remissen är redan påbörjad.")),
    _line([S.HEARD], (A.PREPARE,)),
    _line(BEFORE, (A.SEND_BACK, A.CONFIRM), _("Det finns inget beslut att bekräfta än.")),
    _line([*BEFORE, S.PREPARED], (A.END,), _("Det finns inget att följa upp än: inget är beslutat.")),
    _line([S.PREPARED], (A.SEND_BACK, A.CONFIRM)),
    _line(
        [S.PREPARED],
        (A.DISMISS, A.CONSULT, A.PREPARE),
        _("Ett beslut väntar på att bekräftas. Skicka tillbaka det om det ska ändras."),
    ),
    _line([S.PHASING_OUT], (A.END,)),
    _line([S.PHASING_OUT], set(A) - {A.END}, _("Det är redan beslutat att det fasas ut.")),
    _line(OVER, A, _("Ärendet är avslutat. Gör ett nytt förslag om något har ändrats.")),
)


def stage_of(retirement) -> RetirementState:
    """As stored, but for what the round knows: a closed remiss is heard, one that was recalled was never sent."""
    state = RetirementState(retirement.state)
    if state != S.CONSULTING:
        return state
    round = retirement.consultation
    if round is None or round.state == RoundState.RECALLED:
        return S.PROPOSED
    return S.HEARD if round.state in {RoundState.CLOSED, RoundState.FED_BACK} else S.CONSULTING


def why_not(state, act):
    """The sentence that refuses, or None."""
    return next(line.why for line in LINES if line.covers(RetirementState(state), act))


def allow(act, state):
    if why := why_not(state, act):
        raise Refusal(str(why), status=CONFLICT)
