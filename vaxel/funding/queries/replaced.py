"""What a later version changed for each receiver, against the one that it replaces."""

from vaxel.funding.domain.scenario import Difference, differences
from vaxel.funding.queries.sharing import Sharing, sharing_of


def changed_since(agreement, sharing: Sharing) -> list[Difference]:
    """Those whose payout is another than before; nothing for a first version."""
    if agreement.replaces is None or getattr(agreement.replaces, "decision", None) is None:
        return []
    before = sharing_of(agreement.replaces)
    found = differences(before.payouts, sharing.payouts, {**before.names, **sharing.names})
    return [one for one in found if one.change or (one.before is None) != (one.after is None)]
