"""Sums of what is taken up: to the öre for who follows the money. Every receiver's share is public, so for others an exact
sum of a few would name them: whole millions, and no sum of one or two.
"""

from django.utils.translation import gettext as _

from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.templatetags.kronor import MILLION, kronor, mkr
from vaxel.rounds.domain.few import tells_who


def stream_sums(stream, *, exact) -> dict[str, str]:
    shown = {str(state): _shown(stream.sums[state], stream.bodies[state], exact=exact) for state in S}
    return {"granted": kronor(stream.granted_ore), **shown}


def total_sums(streams, *, exact) -> dict[str, str]:
    """A total that holds a hidden sum is hidden too: it could be reckoned out."""
    granted = sum(stream.granted_ore for stream in streams)
    return {"granted": kronor(granted), **{str(state): _total(streams, state, exact=exact) for state in S}}


def _total(streams, state, *, exact):
    fewest = min((stream.bodies[state] for stream in streams if stream.bodies[state]), default=0)
    return _shown(sum(stream.sums[state] for stream in streams), fewest, exact=exact)


def _shown(ore, bodies, *, exact):
    if exact or not ore:
        return kronor(ore)
    return _("färre än tre") if tells_who(bodies) else millions(ore)


def millions(ore) -> str:
    """Whole millions, half up: 241 705 206,36 kr is 242 Mkr."""
    whole = (2 * ore + MILLION) // (2 * MILLION)
    return mkr(whole * MILLION) if whole else _("under en halv miljon")
