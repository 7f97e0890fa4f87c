"""An agreement's account: how it stands at each body, what they had, what the conditions came to. Never a query per body."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.spending import (
    ConditionOutcome,
    Outcome,
    ReportState,
    Verdict,
    account_in,
    judged,
    left_to_carry,
)
from vaxel.funding.models import PocketBalance, SpendingJudgement, SpendingReport, SpendingRound
from vaxel.funding.queries.spending_questions import CARRIED, REPAY, USED, sum_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import Outcome as Said
from vaxel.rounds.domain.state import outcome

SENT = (RoundState.OPEN, RoundState.CLOSED, RoundState.FED_BACK)
STATES = {
    Said.ANSWERED: ReportState.REPORTED,
    Said.NOTHING_TO_REPORT: ReportState.NOTHING,
    Said.DECLINED: ReportState.DECLINED,
}


def state_of(byte: int) -> ReportState:
    return STATES.get(outcome(byte), ReportState.NOT_IN)


def standing_account(agreement, *, interim=False) -> SpendingRound | None:
    found = SpendingRound.objects.filter(agreement=agreement, interim=interim, followed_at=None).select_related("round")
    return found.exclude(round__state=RoundState.RECALLED).first()


def states_of(spending) -> dict[int, ReportState]:
    """By body, in the order of the frame; none before it is sent."""
    if spending is None or spending.round.state not in SENT:
        return {}
    rows = spending.round.deliveries.order_by("position").values_list("body_id", "state")
    return {body: state_of(byte) for body, byte in rows}


def had_by(agreement, bodies=None) -> dict[tuple[int, int], int]:
    """(body, stream) → öre to account for: what came and was not handed on. Of the year the agreement is for."""
    rows = PocketBalance.objects.filter(stream__agreement=agreement, year=agreement.year)
    rows = rows if bodies is None else rows.filter(body__in=bodies)
    return {(row.body_id, row.stream_id): accountable(row) for row in rows}


def accountable(balance) -> int:
    """What is left, and what has already been used, closed into next year or repaid: all of it is to be explained."""
    return balance.left + balance.used + balance.carried_out + balance.repaid


# -- offered -----------------------------------------------------------------------------------------------------------


def known(delivery) -> dict:
    """For rounds' queries/offered: what the ledger already knows of this body's account, with where it is from."""
    if not _asks_for_sums(delivery.round.template_version):
        return {}
    spending = SpendingRound.objects.filter(round=delivery.round_id).select_related("agreement").first()
    if spending is None:
        return {}
    found = {}
    pockets = PocketBalance.objects.filter(
        body=delivery.body_id, stream__agreement=spending.agreement, year=spending.agreement.year
    ).select_related("stream")
    for pocket in pockets:
        had = accountable(pocket)
        if not had:
            continue
        said = _("av de %(had)s ni har fått, enligt huvudboken") % {"had": kronor(had)}
        found[sum_of(USED, pocket.stream)] = (pocket.used, said)
        found[sum_of(CARRIED, pocket.stream)] = (left_to_carry(had, pocket.used + pocket.owed + pocket.repaid), said)
        found[sum_of(REPAY, pocket.stream)] = (pocket.owed + pocket.repaid, said)
    return found


def _asks_for_sums(version):
    """By the questions at hand: other accounts cost no query."""
    sections = version.content.get("sections", ()) if version else ()
    return any(str(one.get("id")).startswith(f"{USED}-") for part in sections for one in part.get("questions", ()))


# -- the conditions for next year --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Conditions:
    """`rows` in the order of the frame; `conditions` are their columns."""

    conditions: tuple = ()
    rows: tuple[ConditionOutcome, ...] = ()
    reasons: dict[tuple[int, int], str] = field(default_factory=dict)  # (body, condition) → why not


def conditions_of(agreement, states, *, alone=frozenset(), everything=False) -> Conditions:
    """What opens next year's money, body by body. `states`: of the final account.

    A judgement is read by the body itself (`alone`) and by the assessor (`everything`) at once, by others when it opens.
    """
    asked = tuple(agreement.conditions.filter(opens_next_year=True))
    if not asked or not states:
        return Conditions(asked)
    interim = standing_account(agreement, interim=True)
    in_time, passed = states_of(interim), bool(interim and interim.round.due and interim.round.due < today())
    verdicts, reasons = _verdicts(agreement, alone, everything)
    rows = tuple(
        ConditionOutcome(body, tuple(_outcome(one, body, in_time, verdicts[body], passed=passed) for one in asked))
        for body in states
    )
    return Conditions(asked, rows, reasons)


def _outcome(condition, body, in_time, verdicts, *, passed) -> Outcome:
    if condition.kind == ConditionKind.INTERIM_ACCOUNT:
        return account_in(in_time.get(body), passed=passed)
    return judged(verdicts, condition.pk)


def _verdicts(agreement, alone, everything):
    """The latest of each that the reader may see."""
    verdicts: dict[int, dict[int, Verdict]] = defaultdict(dict)
    reasons = {}
    rows = SpendingJudgement.objects.filter(spending__agreement=agreement, spending__followed_at=None)
    for row in rows.select_related("reason").order_by("pk"):
        if everything or row.body_id in alone or row.opens_on <= today():
            verdicts[row.body_id][row.condition_id] = Verdict(row.verdict)
            reasons[row.body_id, row.condition_id] = row.reason.text if hasattr(row, "reason") else ""
    return verdicts, reasons


# -- the nation's report -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class StreamSums:
    """Of one stream in one part: how many had money, how many have accounted, and what they say. Öre."""

    stream: object
    bodies: int
    reported: int
    had: int
    used: int
    carried: int
    repay: int


def sums_of(agreement, spending, bodies) -> list[StreamSums]:
    """Of these bodies together, stream by stream. `had` is of all of them; the other sums of those that have accounted."""
    had = had_by(agreement)
    told = defaultdict(list)
    for row in SpendingReport.objects.filter(spending=spending):
        if row.body_id in bodies:
            told[row.stream_id].append(row)
    return [_sums(stream, had, told[stream.pk], bodies) for stream in agreement.streams.all()]


def _sums(stream, had, rows, bodies):
    mine = {body: ore for (body, of), ore in had.items() if of == stream.pk and body in bodies and ore}
    return StreamSums(
        stream,
        len(mine),
        len(rows),
        sum(mine.values()),
        sum(row.used_ore for row in rows),
        sum(row.carried_ore for row in rows),
        sum(row.repay_ore for row in rows),
    )
