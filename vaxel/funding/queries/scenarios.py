"""What scenarios would give each receiver, beside the agreement's own terms."""

from collections import defaultdict
from dataclasses import dataclass, replace

from vaxel.funding.domain.scenario import Difference, applied, differences
from vaxel.funding.domain.terms import Terms, TermsError
from vaxel.funding.models import Scenario, StreamAmount
from vaxel.funding.queries.areas import codes_of
from vaxel.funding.queries.sharing import Sharing, sharing_by, sharing_of
from vaxel.funding.queries.terms import areas_for, receivers_day, terms_of


@dataclass(frozen=True)
class Tried:
    """`why`: the sentence that says why it does not hold any more (a stream was changed under it)."""

    scenario: Scenario
    sharing: Sharing | None
    why: object = None


def all_terms_of(agreement) -> Terms:
    """With the stored amounts and shares also of a stream that now goes by another key: a scenario may go back to them."""
    terms, amounts, shares = terms_of(agreement), defaultdict(dict), defaultdict(dict)
    day = receivers_day(agreement.year)
    codes = {stream.receivers: codes_of(stream.receivers, day) for stream in terms.streams}
    for row in StreamAmount.objects.filter(stream__agreement=agreement).select_related("stream"):
        code = codes[row.stream.receivers].get(row.body_id, f"?{row.body_id}")
        into = shares if row.amount_ore is None else amounts
        into[row.stream.key][code] = row.parts if row.amount_ore is None else row.amount_ore
    return replace(
        terms,
        streams=tuple(replace(one, amounts=amounts[one.key], shares=shares[one.key]) for one in terms.streams),
    )


def tried(agreement, scenarios) -> list[Tried]:
    """Each is computed once; populations are read once for those that ask for the same days."""
    terms, known = all_terms_of(agreement), {}
    return [_tried(one, terms, known) for one in scenarios]


def _tried(scenario, terms, known):
    after = applied(terms, scenario.changes)
    asked = frozenset((stream.receivers, stream.reference_date) for stream in after.streams)
    if asked not in known:
        known[asked] = areas_for(after)
    try:
        return Tried(scenario, sharing_by(after, known[asked]))
    except TermsError as no:
        return Tried(scenario, None, no.sentence)


def base_of(agreement) -> Sharing:
    """What scenarios are held against: the decided, or the draft. Raises TermsError."""
    return sharing_of(agreement)


def against(base: Sharing, other: Sharing) -> list[Difference]:
    return differences(base.payouts, other.payouts, {**base.names, **other.names})
