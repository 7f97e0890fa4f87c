"""When something may be done to an agreement or a contract, by anyone. Who may is permissions.py.

The rules stand as lines; a test sees that exactly one line answers every question.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vaxel.funding.domain.contract_state import BINDING, WAITING, ContractAct, ContractState
from vaxel.funding.domain.life import AgreementAct as A
from vaxel.funding.domain.life import AgreementState as S
from vaxel.funding.domain.pool_state import PoolAct, PoolState
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


# -- pools -----------------------------------------------------------------------------------------------------------

P, D = PoolAct, PoolState
POOL_LINES = (
    _line([D.DRAFT], (P.EDIT, P.PROPOSE, P.WITHDRAW)),
    _line([D.DRAFT], (P.ANSWER, P.CALL_BACK), _("Den är inte föreslagen för parterna än.")),
    _line([D.PROPOSED], (P.ANSWER, P.CALL_BACK, P.WITHDRAW)),
    _line(
        [D.PROPOSED],
        (P.EDIT, P.PROPOSE),
        _("Den är föreslagen för parterna. Kalla tillbaka den om något ska ändras; då svarar de på nytt."),
    ),
    _line([D.AGREED], P, _("Alla parter har gått med på den och medlen är flyttade. Rätta posterna i huvudboken.")),
    _line([D.WITHDRAWN], P, _("Den är återtagen. Gör en ny om den ska bli av.")),
)


def why_not_pool(state, act):
    """The sentence that refuses, or None."""
    return next(line.why for line in POOL_LINES if line.covers(PoolState(state), act))


def allow_pool(act, state):
    if why := why_not_pool(state, act):
        raise Refusal(str(why), status=CONFLICT)


# -- contracts -------------------------------------------------------------------------------------------------------

C, CA = ContractState, ContractAct
AMONG_PARTIES = (CA.SIGN, CA.SEND_BACK, CA.UPLOAD_COPY, CA.SUBCONTRACT)
ONCE_SIGNED = (CA.SEAL, CA.ACCOUNT, CA.REPLACE, CA.END)
LATER = (CA.SEAL, CA.ACCOUNT, CA.REPLACE)

CONTRACT_LINES = (
    _line([C.DRAFT], (CA.EDIT, CA.PROPOSE)),
    _line([C.DRAFT], AMONG_PARTIES, _("Avtalet är ett utkast. Lägg fram det för parterna först.")),
    _line(WAITING, AMONG_PARTIES),
    _line(
        WAITING,
        (CA.EDIT, CA.PROPOSE),
        _("Avtalet är framlagt för underskrift. Ta tillbaka det om något ska ändras."),
    ),
    _line([C.DRAFT, *WAITING], ONCE_SIGNED, _("Avtalet är inte undertecknat av alla parter än.")),
    _line(BINDING, (CA.UPLOAD_COPY, CA.SUBCONTRACT, *ONCE_SIGNED)),
    _line(
        BINDING,
        (CA.EDIT, CA.PROPOSE, CA.SIGN, CA.SEND_BACK),
        _("Avtalet är undertecknat av alla parter. Skriv ett nytt som ersätter det om något ska ändras."),
    ),
    _line([C.ENDED], LATER),
    _line([C.ENDED], set(CA) - set(LATER), _("Avtalet har upphört. Skriv ett nytt om arbetet fortsätter.")),
    _line([C.REPLACED], (CA.SEAL,)),
    _line([C.REPLACED], set(CA) - {CA.SEAL}, _("Avtalet är ersatt av ett nyare. Öppna det.")),
)


def why_not_contract(state, act):
    """The sentence that refuses, or None."""
    return next(line.why for line in CONTRACT_LINES if line.covers(ContractState(state), act))


def allow_contract(act, state):
    if why := why_not_contract(state, act):
        raise Refusal(str(why), status=CONFLICT)
