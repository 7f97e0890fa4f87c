"""What the words of the ledger and of pools are called by those who read them."""

from django.utils.translation import gettext_lazy as _

from vaxel.funding.domain.cost_share import ShareKey
from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.domain.pool_state import PartAnswer, PoolState, PurposeKind
from vaxel.funding.domain.repayment import Due

K = EntryKind
# As the body reads that its money goes out, and comes in: the kinds with two ends have both.
OUT = {
    K.GRANTED: _("Fördelat till %(other)s"),
    K.ROUNDED_UP: _("Avrundning till hela kronor, %(other)s"),
    K.ROUNDED_DOWN: _("Avrundning till hela kronor"),
    K.REQUISITIONED: _("Rekvirerat och utbetalt"),
    K.DECLINED: _("Avstått"),
    K.LAPSED: _("Förfallet, inte rekvirerat i tid"),
    K.POOLED: _("Till gemensam satsning hos %(other)s"),
    K.PASSED_ON: _("Vidare enligt avtal till %(other)s"),
    K.FEE: _("Avgift till %(other)s"),
    K.USED: _("Använt"),
    K.CARRIED_OUT: _("Fört över till nästa år"),
    K.TO_REPAY: _("Ska betalas tillbaka"),
    K.JUSTIFIED: _("Godtaget, behöver inte betalas tillbaka"),
    K.WRITTEN_OFF: _("Avskrivet, behöver inte betalas tillbaka"),
    K.REPAID: _("Betalt tillbaka"),
}
INTO = {
    K.POT: _("Avsatt av staten"),
    K.ROUNDED_POT: _("Avrundning av potten"),
    K.GRANTED: _("Beviljat av %(other)s"),
    K.ROUNDED_UP: _("Avrundning till hela kronor"),
    K.ROUNDED_DOWN: _("Avrundning till hela kronor, %(other)s"),
    K.SHARED_ANEW: _("Återlämnat, att fördela på nytt"),
    K.POOLED: _("Till gemensam satsning från %(other)s"),
    K.PASSED_ON: _("Enligt avtal från %(other)s"),
    K.FEE: _("Avgift från %(other)s"),
    K.DISALLOWED: _("Användning som inte godtogs"),
    K.CARRIED_IN: _("Fört över från året före"),
}

SHARE_KEYS = {
    ShareKey.GRANTED: _("efter vad var och en har beviljats"),
    ShareKey.POPULATION: _("efter folkmängd"),
    ShareKey.EQUAL: _("lika mycket var"),
    ShareKey.ENTERED: _("som parterna har kommit överens om"),
}
POOL_STATES = {
    PoolState.DRAFT: _("utkast"),
    PoolState.PROPOSED: _("väntar på parterna"),
    PoolState.AGREED: _("alla har gått med"),
    PoolState.WITHDRAWN: _("återtagen"),
}
POOL_LOOKS = {
    PoolState.DRAFT: "later",
    PoolState.PROPOSED: "now",
    PoolState.AGREED: "done",
    PoolState.WITHDRAWN: "none",
}
POOL_KINDS = {PurposeKind.JOINT: _("gemensam satsning"), PurposeKind.FEE: _("avgift")}
ANSWERS = {
    PartAnswer.WAITING: _("har inte svarat än"),
    PartAnswer.AGREED: _("har gått med"),
    PartAnswer.DECLINED: _("har tackat nej"),
}
ANSWER_LOOKS = {PartAnswer.WAITING: "later", PartAnswer.AGREED: "done", PartAnswer.DECLINED: "need"}
DUES = {
    Due.SETTLED: _("klart"),
    Due.AHEAD: _("i tid"),
    Due.GRACE: _("sista dagen har passerat, anståndet gäller"),
    Due.LATE: _("försenat"),
}
DUE_LOOKS = {Due.SETTLED: "done", Due.AHEAD: "now", Due.GRACE: "later", Due.LATE: "need"}


def entry_words(line) -> str:
    """ "Till gemensam satsning hos Region Dalarna". `line`: queries/own_money.py."""
    goes_out = line.ore < 0 or line.kind not in INTO
    words = (OUT if goes_out != line.undoes or line.kind not in INTO else INTO).get(line.kind)
    return str(words or INTO.get(line.kind) or OUT[line.kind]) % {"other": line.other}
