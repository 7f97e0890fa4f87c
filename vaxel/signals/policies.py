"""When something may be done to a signal, by anyone: one table. Who may is permissions.py.

Exactly one line answers every question (a test sees to it), and docs/rulebook/signals.md is written from them.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vaxel.signals.domain.kinds import OPEN, WAITING, Act, Level, SignalState
from vaxel.ui.refusal import Refusal

CONFLICT = 409


@dataclass(frozen=True)
class Line:
    """`why` is the sentence that refuses; None allows."""

    states: frozenset
    levels: frozenset
    acts: frozenset
    why: object = None

    def covers(self, state, level, act) -> bool:
        return state in self.states and level in self.levels and act in self.acts


def _line(states, levels, acts, why=None):
    return Line(frozenset(states), frozenset(levels), frozenset(acts), why)


S, A, L = SignalState, Act, Level
HAS_NEIGHBOURS = (L.COUNTY, L.RESOURCE_CENTRE)
ALWAYS = (A.UNPUBLISH,)  # whoever wrote may take back having it shown, whatever has happened since
ENDED = _("Signalen är avslutad. Öppna den igen först.")
MERGED = _("Signalen är hopförd med en annan. Arbeta vidare i den, eller ta isär dem först.")

LINES = (
    _line(S, L, ALWAYS),
    _line(
        [S.WITHDRAWN], L, set(A) - {*ALWAYS}, _("Den som skrev har tagit tillbaka signalen. Inget mer behöver göras.")
    ),
    _line([S.MERGED], L, (A.UNMERGE, A.WITHDRAW)),
    _line([S.MERGED], L, set(A) - {A.UNMERGE, A.WITHDRAW, *ALWAYS}, MERGED),
    _line([S.CLOSED], L, (A.REOPEN, A.PUBLISH)),
    _line([S.CLOSED], L, (A.UNMERGE,), _("Signalen är inte hopförd med någon annan.")),
    _line([S.CLOSED], L, (A.WITHDRAW,), _("Signalen är redan besvarad och avslutad, och finns kvar.")),
    _line([S.CLOSED], L, set(A) - {A.REOPEN, A.PUBLISH, A.UNMERGE, A.WITHDRAW, *ALWAYS}, ENDED),
    _line(OPEN, L, (A.TAKE, A.MERGE, A.ANSWER, A.BECOME, A.PUBLISH)),
    _line([S.NEW], L, (A.RELEASE,), _("Ingen har tagit signalen än.")),
    _line([S.TAKEN, S.ANSWERED], L, (A.RELEASE,)),
    _line(OPEN, set(L) - {L.NATION}, (A.SEND_UP,)),
    _line(OPEN, [L.NATION], (A.SEND_UP,), _("Signalen är hos nationen, och därifrån går den inte längre upp.")),
    _line(OPEN, HAS_NEIGHBOURS, (A.SEND_ACROSS,)),
    _line(OPEN, [L.OWN, L.NATION], (A.SEND_ACROSS,), _("Åt sidan går det mellan län och mellan sjukvårdsregioner.")),
    _line(WAITING, L, (A.CLOSE,), _("Svara den som skrev först. Därefter kan signalen avslutas.")),
    _line([S.ANSWERED], L, (A.CLOSE,)),
    _line(WAITING, L, (A.WITHDRAW,)),
    _line([S.ANSWERED], L, (A.WITHDRAW,), _("Signalen är redan besvarad, och finns kvar med sitt svar.")),
    _line(OPEN, L, (A.UNMERGE,), _("Signalen är inte hopförd med någon annan.")),
    _line(OPEN, L, (A.REOPEN,), _("Signalen är inte avslutad.")),
)


def why_not(state, level, act):
    """The sentence that refuses, or None."""
    state, level = SignalState(state), Level(level)
    return next(line.why for line in LINES if line.covers(state, level, act))


def allow(act, signal):
    if why := why_not(signal.state, signal.level, act):
        raise Refusal(str(why), status=CONFLICT)
