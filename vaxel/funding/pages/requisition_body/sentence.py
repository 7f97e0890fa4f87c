"""What a receiver was granted, by when and who attests: one sentence."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.domain.requisition import Standing, standing_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.rounds.domain.kinds import RoundState


def heading(body, mine, who) -> str:
    """`who` attests, in words; empty where the body has nobody yet."""
    words = {
        "name": body.name,
        "sum": kronor(mine.granted_ore),
        "claimed": kronor(mine.claimed_ore),
        "day": day_of_month(mine.last_day, _language()) if mine.last_day else "",
        "who": who,
    }
    if mine.delivery is None:
        return _granted(words)
    return _said(mine, attested=mine.call.attested, known=bool(who)) % words


def _granted(words):
    return _("%(name)s är beviljad %(sum)s. Rekvisitionen är inte skickad än.") % words


def _said(mine, *, attested, known):
    if mine.call.round.state == RoundState.DRAFT:
        return _("%(name)s är beviljad %(sum)s. Rekvisitionen är inte skickad än.")
    match standing_of(mine.states):
        case Standing.REQUISITIONED if set(mine.states) == {S.ACCEPTED}:
            return _("%(name)s har rekvirerat %(claimed)s, hela sin del.")
        case Standing.REQUISITIONED if set(mine.states) == {S.ACCEPTED, S.DECLINED}:
            return _("%(name)s har rekvirerat %(claimed)s och avstått från resten av sina %(sum)s.")
        case Standing.REQUISITIONED:
            return _("%(name)s har rekvirerat %(claimed)s av sina %(sum)s.")
        case Standing.DECLINED:
            return _("%(name)s har avstått från sina %(sum)s.")
        case Standing.LAPSED:
            return _("Rätten för %(name)s att rekvirera %(sum)s föll bort efter den %(day)s.")
    return _waiting(attested=attested, known=known)


def _waiting(*, attested, known):
    if not attested:
        return _("%(name)s är beviljad %(sum)s, att rekvirera senast den %(day)s.")
    if not known:
        return _("%(name)s är beviljad %(sum)s, att rekvirera senast den %(day)s. Ingen attestant är upplagd än.")
    return _("%(name)s är beviljad %(sum)s, att rekvirera senast den %(day)s och attestera av %(who)s.")


def _language():
    return get_language() or "sv"
