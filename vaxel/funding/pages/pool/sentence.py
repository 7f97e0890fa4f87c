"""Who has agreed to a joint purpose, who has not, and what it costs, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.funding.domain.pool_state import PartAnswer, PoolState
from vaxel.funding.ledger_words import SHARE_KEYS
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.wording import listed
from vaxel.ui.templatetags.numbers import in_words, in_words_capital

MOST_NAMED = 4


def heading(pool, parts) -> str:
    """ "Tre av fyra har gått med på Gemensam samordnare. Orsa kommun har inte svarat än." """
    said = {"title": pool.title, "all": in_words(len(parts)), "cost": kronor(pool.cost_ore)}
    if pool.state == PoolState.DRAFT:
        return ngettext("%(title)s kostar %(cost)s. Här är partens del.", "%(title)s kostar %(cost)s. Så här blir de %(all)s delarna.", len(parts)) % said  # fmt: skip
    if pool.state == PoolState.WITHDRAWN:
        return _("%(title)s är återtagen.") % said
    agreed = [one for one in parts if one.answer == PartAnswer.AGREED]
    if len(agreed) == len(parts):
        return _("Alla parter har gått med på %(title)s.") % said
    some = in_words_capital(len(agreed)) if agreed else _("Ingen")
    if all(one.answer == PartAnswer.WAITING for one in parts):
        return ngettext("Parten har inte svarat än på %(title)s.", "Ingen av de %(all)s parterna har svarat än på %(title)s.", len(parts)) % said  # fmt: skip
    text = _("%(some)s av %(all)s har gått med på %(title)s.") % {**said, "some": some}
    return " ".join(filter(None, [text, _not_yet(parts, PartAnswer.DECLINED), _not_yet(parts, PartAnswer.WAITING)]))


def _not_yet(parts, answer):
    names = [one.name for one in parts if one.answer == answer]
    if not names:
        return ""
    who = listed(names) if len(names) <= MOST_NAMED else _("%(n)s parter") % {"n": in_words_capital(len(names))}
    if answer == PartAnswer.DECLINED:
        return _("%(who)s har tackat nej.") % {"who": who}
    return _("%(who)s har inte svarat än.") % {"who": who}


def lead(pool, host) -> str:
    """ "375 kr: 75 % av en tjänst i 6 månader, efter vad var och en har beviljats. Region Dalarna tar emot och redovisar." """
    said = {
        "cost": kronor(pool.cost_ore), "percent": pool.percent, "months": pool.months or 12, "host": host,
        "key": SHARE_KEYS[pool.key], "yearly": kronor(pool.yearly_ore) if pool.yearly_ore else "",
    }  # fmt: skip
    if pool.yearly_ore:
        first = ngettext(
            "%(cost)s är %(percent)s %% av en tjänst i %(months)s månad (%(yearly)s på ett helt år).",
            "%(cost)s är %(percent)s %% av en tjänst i %(months)s månader (%(yearly)s på ett helt år).",
            said["months"],
        )
    else:
        first = _("Kostnaden är %(cost)s.")
    return f"{first % said} {_('Den delas %(key)s. %(host)s tar emot och redovisar.') % said}"
