"""The sentences that answer: has the money been accounted for, what came of it, and who has met next year's conditions?"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.funding.domain.spending import Outcome, ReportState, counted, standing_of
from vaxel.funding.templatetags.kronor import kronor
from vaxel.rounds.domain.few import tells_who
from vaxel.ui.templatetags.numbers import in_words, in_words_capital


def heading(spending, states) -> str:
    """ "281 av 288 har redovisat. Sju har inte gjort det än.": nothing to report is not the same as not in."""
    if spending is None:
        return _("Redovisningen är inte begärd än.")
    if not states:
        return _("Redovisningen är ett utkast. Ingen har fått den än.")
    numbers = standing_of(list(states.values()))
    words = {"n": some(numbers[ReportState.REPORTED]), "asked": in_words(len(states), "en")}
    parts = [_("%(n)s av %(asked)s har redovisat.") % words]
    if numbers[ReportState.NOT_IN]:
        waiting = numbers[ReportState.NOT_IN]
        said = ngettext("%(n)s har inte gjort det än.", "%(n)s har inte gjort det än.", waiting)
        parts.append(said % {"n": in_words_capital(waiting, "en")})
    return " ".join(parts)


def some(number) -> str:
    """ "Ingen", "En", "Sju", "281": at the head of a sentence."""
    return in_words_capital(number, "en") if number else _("Ingen")


def lead(states, sums, *, exact) -> str:
    numbers = standing_of(list(states.values()))
    parts = []
    if numbers[ReportState.NOTHING]:
        parts.append(_("%(n)s hade inget att redovisa.") % {"n": in_words_capital(numbers[ReportState.NOTHING], "en")})
    if numbers[ReportState.DECLINED]:
        parts.append(_("%(n)s avstod.") % {"n": in_words_capital(numbers[ReportState.DECLINED], "en")})
    few = tells_who(numbers[ReportState.REPORTED]) or any(tells_who(one.reported) for one in sums)
    if numbers[ReportState.REPORTED] and (exact or not few):  # or a stream's hidden sum were the whole less the others
        parts.append(spent(sums))
    return " ".join(parts)


def spent(sums) -> str:
    """Of those that have accounted."""
    words = {name: kronor(sum(getattr(one, name) for one in sums)) for name in ("used", "carried", "repay")}
    return _("%(used)s är använt, %(carried)s förs över och %(repay)s betalas tillbaka.") % words


def conditions(found, year) -> str:
    """ "Alla utom tre har uppfyllt villkoren för 2021." """
    if not found.rows:
        return ""
    numbers, words = counted(found.rows), {"year": year, "all": in_words(len(found.rows), "en")}
    if numbers[Outcome.OPEN]:
        words |= {"n": some(numbers[Outcome.MET]), "open": in_words(numbers[Outcome.OPEN], "en")}
        said = _("%(n)s av %(all)s har uppfyllt villkoren för %(year)s. För %(open)s är de inte prövade klart.") % words
        return f"{said} {_not_met(numbers[Outcome.NOT_MET])}".strip()
    if not numbers[Outcome.NOT_MET]:
        return _("Alla har uppfyllt villkoren för %(year)s.") % words
    words["n"] = in_words(numbers[Outcome.NOT_MET], "en")
    return _("Alla utom %(n)s har uppfyllt villkoren för %(year)s.") % words


def _not_met(number):
    if not number:
        return ""
    return ngettext("%(n)s uppfyller dem inte.", "%(n)s uppfyller dem inte.", number) % {
        "n": in_words_capital(number, "en")
    }
