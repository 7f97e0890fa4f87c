"""When something may be done to an agreement, by anyone. Who may is permissions.py.

The rules stand as lines; a test sees that exactly one line answers every question.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vaxel.funding.domain.life import AgreementAct as A
from vaxel.funding.domain.life import AgreementState as S
from vaxel.ui.refusal import Refusal

CONFLICT = 409


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


LINES = (
    _line([S.DRAFT], (A.EDIT, A.PREPARE, A.DELETE)),
    _line([S.DRAFT], (A.CONFIRM, A.SEND_BACK), _("Det finns inget att besluta än. Lämna överenskommelsen för beslut.")),
    _line([S.PREPARED], (A.CONFIRM, A.SEND_BACK)),
    _line(
        [S.PREPARED],
        (A.EDIT, A.PREPARE, A.DELETE),
        _("Överenskommelsen väntar på beslut. Skicka tillbaka den om något ska ändras."),
    ),
    _line([S.DRAFT, S.PREPARED], (A.REPLACE,), _("Överenskommelsen är inte beslutad än: ändra den i stället.")),
    _line([S.DECIDED], (A.REPLACE,)),
    _line(
        [S.DECIDED],
        set(A) - {A.REPLACE},
        _("Överenskommelsen är beslutad och går inte att ändra. Gör en ny version av den."),
    ),
    _line([S.REPLACED], A, _("En senare version har ersatt den här. Öppna den.")),
)


def why_not(state, act):
    """The sentence that refuses, or None."""
    return next(line.why for line in LINES if line.covers(S(state), act))


def allow(act, state):
    if why := why_not(state, act):
        raise Refusal(str(why), status=CONFLICT)
