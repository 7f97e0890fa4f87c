"""When something may be done, by anyone: one table for a delivery, one for a round. Who may is permissions.py.

The rules stand as lines; a test sees that exactly one line answers every question, and writes docs/rulebook/rounds.md.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome
from vaxel.ui.refusal import Refusal

CONFLICT = 409


class Act(StrEnum):
    """What is done to one body's part."""

    CONFIRM = "confirm"
    RELAY = "relay"
    ASSIGN = "assign"
    WRITE = "write"
    SUBMIT = "submit"
    DECIDE = "decide"
    SEND_BACK = "send_back"
    NOTHING = "nothing_to_report"
    DECLINE = "decline"
    ON_BEHALF = "answer_on_behalf"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    REQUEST_COMPLETION = "request_completion"
    ADOPT = "adopt"
    STAND_ASIDE = "stand_aside"


class RoundAct(StrEnum):
    """What is done to the whole."""

    EDIT = "edit"
    SEND = "send"
    RECALL = "recall"
    PASS_ON = "pass_on"
    PROLONG = "prolong"
    REMIND = "remind"
    CLOSE = "close"
    COMPILE = "compile"
    FEED_BACK = "feed_back"
    ASK = "ask"
    REPLY = "reply"
    CORRECT = "correct"
    WRITE_JOINT = "write_joint"


@dataclass(frozen=True)
class Line:
    """`why` is the sentence that refuses; None allows."""

    states: frozenset
    outcomes: frozenset
    acts: frozenset
    why: object = None

    def covers(self, state, outcome, act) -> bool:
        return state in self.states and outcome in self.outcomes and act in self.acts


def _line(states, outcomes, acts, why=None):
    return Line(frozenset(states), frozenset(outcomes), frozenset(acts), why)


Out, A = Outcome, Act
OPEN = (RoundState.OPEN,)
ASKED = (Out.SENT, Out.RECEIVED)
SAID = (Out.ANSWERED, Out.NOTHING_TO_REPORT, Out.DECLINED)
JOINT = (A.ADOPT, A.STAND_ASIDE)
WRITING = (A.WRITE, A.SUBMIT, A.DECIDE, A.SEND_BACK)
PASSING = (A.RELAY, A.ASSIGN)
NO_ANSWER = _("Det finns inget svar än. Vänta tills svaret har skickats.")
HAS_SAID = _("Ni har redan svarat. Dra först tillbaka svaret om ni vill svara något annat.")

DELIVERY_LINES = (
    _line([RoundState.DRAFT], Out, A, _("Förfrågan är inte skickad än. Vänta tills avsändaren har skickat den.")),
    _line([RoundState.RECALLED], Out, A, _("Avsändaren har ångrat utskicket. Ni behöver inte göra något.")),
    _line(
        [RoundState.CLOSED, RoundState.FED_BACK],
        Out,
        A,
        _("Förfrågan är stängd och tar inte emot fler svar. Kontakta avsändaren om något måste ändras."),
    ),
    _line(OPEN, [Out.NOT_ASKED], A, _("Organisationen är inte tillfrågad här.")),
    _line(OPEN, ASKED, (A.CONFIRM, A.NOTHING, A.DECLINE, A.ON_BEHALF, *PASSING, *WRITING, *JOINT)),
    _line(OPEN, ASKED, (A.WITHDRAW,), _("Det finns inget svar att dra tillbaka.")),
    _line(OPEN, ASKED, (A.APPROVE, A.REQUEST_COMPLETION), NO_ANSWER),
    _line(OPEN, SAID, (A.CONFIRM,), _("Ni har redan svarat, och därmed är mottagandet bekräftat.")),
    _line(OPEN, SAID, (A.WITHDRAW, *PASSING, *WRITING)),
    _line(OPEN, [Out.ANSWERED, Out.NOTHING_TO_REPORT], JOINT),
    _line(
        OPEN,
        [Out.DECLINED],
        JOINT,
        _("Ni har avstått. Dra tillbaka det först, om ni vill vara med i det gemensamma svaret."),
    ),
    _line(OPEN, SAID, (A.NOTHING, A.DECLINE), HAS_SAID),
    _line(OPEN, SAID, (A.ON_BEHALF,), _("Organisationen har redan svarat själv. Begär komplettering i stället.")),
    _line(OPEN, [Out.ANSWERED], (A.APPROVE, A.REQUEST_COMPLETION)),
    _line(OPEN, [Out.NOTHING_TO_REPORT], (A.REQUEST_COMPLETION,)),
    _line(OPEN, [Out.NOTHING_TO_REPORT, Out.DECLINED], (A.APPROVE,), NO_ANSWER),
    _line(
        OPEN,
        [Out.DECLINED],
        (A.REQUEST_COMPLETION,),
        _("Organisationen har avstått. Det finns inget svar att komplettera."),
    ),
)

R, S = RoundAct, RoundState
ANY = (Outcome.NOT_ASKED,)  # a round as a whole has no outcome
LATER = (S.OPEN, S.CLOSED, S.FED_BACK, S.RECALLED)
GONE = _("Utskicket är ångrat. Gör en kopia om ni vill skicka det igen.")
NOT_SENT = _("Förfrågan är inte skickad än.")
CLOSED_NOW = _("Förfrågan är redan stängd.")

ROUND_LINES = (
    _line([S.DRAFT], ANY, (R.EDIT, R.SEND)),
    _line(
        LATER, ANY, (R.EDIT,), _("Förfrågan är skickad och kan inte ändras. Skicka en rättelse, eller gör en kopia.")
    ),
    _line(LATER, ANY, (R.SEND,), _("Förfrågan är redan skickad.")),
    _line([S.DRAFT], ANY, set(R) - {R.EDIT, R.SEND}, NOT_SENT),
    _line([S.RECALLED], ANY, set(R) - {R.EDIT, R.SEND}, GONE),
    _line(
        [S.OPEN],
        ANY,
        (R.RECALL, R.PASS_ON, R.PROLONG, R.REMIND, R.CLOSE, R.COMPILE, R.ASK, R.REPLY, R.CORRECT, R.WRITE_JOINT),
    ),
    _line([S.OPEN], ANY, (R.FEED_BACK,), _("Stäng förfrågan först. Därefter kan ni återkoppla.")),
    _line([S.CLOSED, S.FED_BACK], ANY, (R.RECALL, R.PASS_ON, R.PROLONG, R.REMIND, R.CLOSE, R.WRITE_JOINT), CLOSED_NOW),
    _line([S.CLOSED], ANY, (R.FEED_BACK, R.COMPILE)),
    _line(
        [S.FED_BACK], ANY, (R.FEED_BACK,), _("Återkopplingen är redan skickad. Skicka en rättelse om något blev fel.")
    ),
    _line([S.FED_BACK], ANY, (R.COMPILE,), _("Förfrågan är återkopplad. Sammanställningen ligger fast.")),
    _line([S.CLOSED, S.FED_BACK], ANY, (R.ASK, R.REPLY, R.CORRECT)),
)


def why_not(state, outcome, act):
    """The sentence that refuses the act on a delivery, or None."""
    return _why(DELIVERY_LINES, RoundState(state), Outcome(outcome), act)


def why_not_round(state, act):
    return _why(ROUND_LINES, RoundState(state), Outcome.NOT_ASKED, act)


def allow(act, state, outcome):
    if why := why_not(state, outcome, act):
        raise Refusal(str(why), status=CONFLICT)


def allow_round(act, state):
    if why := why_not_round(state, act):
        raise Refusal(str(why), status=CONFLICT)


def _why(lines, state, outcome, act):
    return next(line.why for line in lines if line.covers(state, outcome, act))
