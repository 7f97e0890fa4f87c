"""The way of an agreement as stops on a line: what is done, what is next, and after the decision the last days."""

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_of_month, relative_day
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.pages.wording import DECIDED
from vaxel.funding.templatetags.kronor import mkr
from vaxel.funding.words import LINKS
from vaxel.ui.templatetags.numbers import in_words_capital

DONE, NOW, LATER = "done", "now", "later"


def steps(agreement, summed, *, may_edit):
    if agreement.state in DECIDED:
        return last_days(agreement)
    return _in_order([*_writing(agreement, summed, may_edit), _looking(agreement, summed), *_deciding(agreement)])


def _writing(agreement, summed, may_edit):
    days, conditions = agreement.deadlines.count(), agreement.conditions.count()

    def to(name):
        return reverse(name, args=[agreement.pk]) if may_edit else ""

    streams = (
        _("Potterna är tillsammans %(pot)s.") % {"pot": mkr(summed.pot_ore)}
        if summed.streams
        else _("Minst en behövs.")
    )
    return [
        {"label": _("Inriktningar"), "text": streams, "url": "#inriktningar" if summed.streams else to("money_stream_new"), "done": bool(summed.streams)},
        {"label": _("Sista dagar"), "text": _days_said(days), "url": to("money_deadlines"), "done": bool(days)},
        {"label": _("Villkor"), "text": _conditions_said(conditions), "url": to("money_conditions"), "done": bool(conditions)},
        {"label": _("Beställer, betalar, bedömer"), "text": _("Tre uppdrag, var för sig."), "url": to("money_edit"), "done": _mandates(agreement)},
    ]  # fmt: skip


def _mandates(agreement):
    return None not in {agreement.orderer_id, agreement.payer_id, agreement.assessor_id}


def _days_said(number):
    if not number:
        return _("Inga än.")
    return ngettext("Ett led har sin dag.", "%(n)s led har sin dag.", number) % {"n": in_words_capital(number)}


def _conditions_said(number):
    if not number:
        return _("Inga än. De behövs inte.")
    return ngettext("Ett villkor.", "%(n)s villkor.", number) % {"n": in_words_capital(number)}


def _looking(agreement, summed):
    url = reverse("money_allocation", args=[agreement.pk]) if summed.streams else ""
    done = agreement.state == AgreementState.PREPARED
    return {"label": _("Granska fördelningen"), "text": _("Vad var och en får, på öret."), "url": url, "done": done}


def _deciding(agreement):
    prepared = agreement.state == AgreementState.PREPARED
    return [
        {"label": _("Lämna för beslut"), "text": _("En person."), "url": "", "done": prepared},
        {"label": _("Besluta"), "text": _("En annan person. Sedan är allt fryst."), "url": "", "done": False},
    ]


def _in_order(found):
    """The first that is not done is what comes now; conditions and days may wait."""
    now = next((step for step in found if not step["done"]), None)
    return [
        {**step, "state": DONE if step["done"] else NOW if step is now else LATER} for step in found
    ]  # fmt: skip


def last_days(agreement):
    """Each link with its day; what has passed is a stop reached."""
    day, found = today(), []
    rows = list(agreement.deadlines.all())
    coming = next((row for row in rows if row.day >= day), None)
    for row in rows:
        state = DONE if row.day < day else NOW if row is coming else LATER
        said = day_of_month(row.day, get_language()).capitalize()
        text = f"{said}, {relative_day(row.day, day, get_language())}" if row is coming else said
        found.append({"label": LINKS[row.link], "text": text + ".", "state": state})
    return found
