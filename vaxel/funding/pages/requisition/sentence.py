"""The sentence that answers "who has not requisitioned?"."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.requisition import RequisitionState as S
from vaxel.funding.domain.requisition import Standing
from vaxel.funding.pages.requisition.sums import millions
from vaxel.funding.templatetags.kronor import kronor
from vaxel.ui.templatetags.numbers import count, in_words, in_words_capital


def heading(taken) -> str:
    """ "281 av 311 har rekvirerat. 28 har inte gjort det än, två har avstått; rätten faller bort efter 1 december 2026." """
    counts = taken.counts
    asked = sum(counts.values())
    if not taken.is_sent:
        return _("%(all)s mottagare är beviljade medel. Rekvisitionen är inte skickad än.") % {"all": count(asked)}
    first = _("%(some)s av %(all)s har rekvirerat.") % {
        "some": in_words_capital(counts[Standing.REQUISITIONED]) if counts[Standing.REQUISITIONED] else _("Ingen"),
        "all": count(asked),
    }
    return " ".join(filter(None, [first, _rest(counts, taken.call.round.due)]))


def _rest(counts, due):
    waiting, declined, lapsed = (counts[one] for one in (Standing.WAITING, Standing.DECLINED, Standing.LAPSED))
    said = []
    if waiting:
        said.append(
            ngettext("%(n)s har inte gjort det än", "%(n)s har inte gjort det än", waiting) % {"n": in_words(waiting)}
        )
    if declined:
        said.append(ngettext("%(n)s har avstått", "%(n)s har avstått", declined) % {"n": in_words(declined)})
    if lapsed:
        said.append(
            ngettext("för %(n)s har rätten fallit bort", "för %(n)s har rätten fallit bort", lapsed)
            % {"n": in_words(lapsed)}
        )
    if not said:
        return ""
    text = ", ".join(said)
    ending = (
        _("; rätten faller bort efter den %(day)s") % {"day": day_of_month(due, _language())} if waiting and due else ""
    )
    return f"{text[:1].upper()}{text[1:]}{ending}."


def lead(taken, *, exact) -> str:
    """`exact`: to who follows the money; the others are told in whole millions (sums.py)."""
    sums = taken.sums
    granted = sum(sums.values())
    if not taken.is_sent:
        return _("Beviljat i allt: %(sum)s.") % {"sum": kronor(granted)}
    shown = kronor if exact else millions
    parts = [_("%(some)s av %(all)s är rekvirerade.") % {"some": shown(sums[S.ACCEPTED]), "all": shown(granted)}]
    back = sums[S.DECLINED] + sums[S.LAPSED]
    if back and exact:
        parts.append(_("%(sum)s går tillbaka och fördelas inte om.") % {"sum": kronor(back)})
    return " ".join(parts)


def _language():
    return get_language() or "sv"
