"""On the pages of an agreement and of a round in which its money is accounted for: the way to the sums."""

from vaxel.composed import seldom
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.models import SpendingRound
from vaxel.funding.pages.account.sentence import heading
from vaxel.funding.pages.agreement.sections import Section as OfAgreement
from vaxel.funding.permissions import calls_for_accounts
from vaxel.funding.queries.spending import SENT, standing_account, states_of
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.pages.round.sections import Section

TEMPLATE = "funding/pages/account/round.html"


def foreseen(round):
    return [accounted_in.of(round.pk)] if round.kind == RoundKind.ACCOUNT else []


def round_section(request, round) -> Section | None:
    if round.kind != RoundKind.ACCOUNT:
        return None
    spending = next(iter(accounted_in(round.pk)), None)
    return Section(TEMPLATE, {"spending": spending}) if spending else None


@seldom
def accounted_in(round_id):
    return SpendingRound.objects.filter(round=round_id, interim=False).order_by("pk")[:1]


def section(request, agreement) -> OfAgreement | None:
    """To anyone once it is sent; before, to who may ask for it."""
    if agreement.state != AgreementState.DECIDED:
        return None
    final = standing_account(agreement)
    sent = final is not None and final.round.state in SENT
    if not sent and not calls_for_accounts(request.actor, agreement):
        return None
    said = heading(final, states_of(final))
    return OfAgreement("funding/pages/account/agreement.html", {"agreement": agreement, "said": said})
