"""The sentence of a body's money page: what is left, and what is to be repaid by when."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.repayment import Due
from vaxel.funding.templatetags.kronor import kronor
from vaxel.network.wording import listed


def heading(name, pockets, total, *, own) -> str:
    """ "Falu kommun har 412 000 kr kvar av 2020 års medel." To others what was granted, which is public."""
    if not pockets:
        return _("%(name)s har inte fått några medel än.") % {"name": name}
    years = sorted({one.stream.agreement.year for one in pockets})
    said = {"name": name, "years": listed([str(year) for year in years])}
    if not own:
        granted = kronor(total.granted)
        text = ngettext("%(name)s har beviljats %(sum)s av %(years)s års medel.", "%(name)s har beviljats %(sum)s av medlen för %(years)s.", len(years))  # fmt: skip
        return text % {**said, "sum": granted}
    text = ngettext("%(name)s har %(sum)s kvar av %(years)s års medel.", "%(name)s har %(sum)s kvar av medlen för %(years)s.", len(years))  # fmt: skip
    return text % {**said, "sum": kronor(total.left)}


def owing(claims, day) -> str:
    """ "96 000 kr ska betalas tillbaka senast 31 mars." The one that is due first, and what is late."""
    open_ones = [one for one in claims if one.due != Due.SETTLED]
    if not open_ones:
        return ""
    first = open_ones[0]
    said = {
        "sum": kronor(first.rule.outstanding),
        "day": day_of_month(first.claim.deadline, get_language() or "sv"),
    }
    if first.due == Due.LATE:
        late = ngettext("%(sum)s skulle ha betalats tillbaka %(day)s, för %(n)s dag sedan.", "%(sum)s skulle ha betalats tillbaka %(day)s, för %(n)s dagar sedan.", first.rule.days_late(day))  # fmt: skip
        return late % {**said, "n": first.rule.days_late(day)}
    return _("%(sum)s ska betalas tillbaka senast %(day)s.") % said
