"""What the page of a retirement opens with, and its five stops."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vaxel.adoption.domain.retiring import RetirementState as State
from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.ui.templatetags.numbers import count

DONE, NOW, LATER = "done", "now", "later"


def heading(retirement, stage, follow):
    name = {"name": retirement.thing.name}
    if stage == State.PHASING_OUT:
        return _phasing_out(retirement, follow)
    return {
        State.PROPOSED: _("Det är föreslaget att %(name)s fasas ut."),
        State.CONSULTING: _("De som använder %(name)s tillfrågas om det ska fasas ut."),
        State.HEARD: _("De som använder %(name)s är hörda. Nu ska det beslutas."),
        State.PREPARED: _("Ett beslut om %(name)s väntar på en andra person."),
        State.DISMISSED: _("%(name)s behålls: förslaget gick inte vidare."),
        State.KEPT: _("%(name)s behålls."),
        State.ENDED: _("%(name)s är utfasat."),
    }[stage] % name


def _phasing_out(retirement, follow):
    said = {"name": retirement.thing.name, "day": day_of_month(retirement.from_day, get_language())}
    if today() < retirement.from_day:
        return _("%(name)s fasas ut från %(day)s.") % said
    return _("%(name)s är utfasat sedan %(day)s. %(still)s") % {**said, "still": _still(follow.in_use)}


def _still(number):
    if number is None:
        return _("Färre än tre använder det fortfarande.")
    if not number:
        return _("Ingen står kvar som användare.")
    return ngettext("%(n)s använder det fortfarande.", "%(n)s använder det fortfarande.", number) % {"n": count(number)}


def steps(retirement, stage, follow):
    """Proposed, heard, decided, told, followed up. A thing that is kept has no more after the decision."""
    told = [_proposed(retirement), _heard(retirement, stage, follow), _decided(retirement, stage)]
    if stage in {State.DISMISSED, State.KEPT}:
        return [one for one in told if one["state"] == DONE]
    return [*told, _told(retirement, stage, follow), _followed(retirement, stage, follow)]


def _step(label, state, text=""):
    return {"label": label, "text": text, "state": state}


def _proposed(retirement):
    return _step(_("Föreslaget"), DONE, _day(swedish_day(retirement.proposed_at)))


def _heard(retirement, stage, follow):
    text = ""
    if follow.asked:
        said = {"some": count(follow.answered), "all": count(follow.asked)}
        text = _("%(some)s av %(all)s har svarat.") % said
    if stage == State.DISMISSED:
        return _step(_("Remiss"), LATER)
    state = DONE if stage not in {State.PROPOSED, State.CONSULTING} else NOW
    return _step(_("Remiss till dem som använder det"), state, text or _("De får säga sitt innan något beslutas."))


def _decided(retirement, stage):
    if stage in {State.PROPOSED, State.CONSULTING}:
        return _step(_("Beslut"), LATER, _("Två personer hos den som ansvarar."))
    if stage in {State.HEARD, State.PREPARED}:
        return _step(_("Beslut"), NOW, _("Två personer hos den som ansvarar."))
    return _step(_("Beslut"), DONE, _day(swedish_day(retirement.decided_at)))


def _told(retirement, stage, follow):
    if stage not in {State.PHASING_OUT, State.ENDED}:
        return _step(_("Besked till dem som använder det"), LATER)
    said = {"some": count(follow.confirmed), "all": count(follow.told)}
    return _step(
        _("Besked till dem som använder det"),
        DONE,
        _("%(some)s av %(all)s har bekräftat mottagandet.") % said if follow.told else "",
    )


def _followed(retirement, stage, follow):
    if stage not in {State.PHASING_OUT, State.ENDED}:
        return _step(_("Uppföljning"), LATER)
    return _step(_("Uppföljning"), DONE if stage == State.ENDED else NOW, _still(follow.in_use))


def _day(day):
    return day_of_month(day, get_language()) + "."
