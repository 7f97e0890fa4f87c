"""What has become of a signal, in one sentence: what whoever wrote wants to know first."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import day_long, relative_day
from vaxel.signals.domain.kinds import SignalState


def sentence(line) -> str:
    """For the author and everyone who reads it; `line` is queries/listed.py's."""
    one, desk = line.signal, {"desk": line.desk}
    if any(thing.feedback for thing in line.things):
        return _("Den har lett till något, och det är återkopplat.")
    if line.things and one.state != SignalState.WITHDRAWN:
        return _("Den har lett till %(what)s.") % {"what": line.things[-1].said}
    if one.state == SignalState.NEW:
        return _("Den väntar hos %(desk)s.") % desk
    if one.state == SignalState.TAKEN:
        return _("%(desk)s har tagit hand om den.") % desk
    if one.state == SignalState.MERGED:
        return _("Den går vidare ihop med en liknande signal, hos %(desk)s.") % desk
    if one.state == SignalState.ANSWERED:
        return _("%(desk)s svarade %(when)s.") % {**desk, "when": _when(one.answered_at)}
    if one.state == SignalState.CLOSED:
        return _("Den är besvarad och avslutad.")
    return _("Den är tillbakatagen.")


def for_desk(line) -> str:
    """For those who sit at the desk: who waits for them, and until when."""
    who = {"who": line.author or _("En invånare")}
    if line.owed:
        return ngettext(
            "%(who)s väntar på ert svar, som är en dag sent.",
            "%(who)s väntar på ert svar, som är %(n)s dagar sent.",
            line.owed,
        ) % {**who, "n": line.owed}
    if line.is_waiting:
        day = day_long(line.signal.answer_by, get_language())
        return _("%(who)s väntar på ert svar, senast %(day)s.") % {**who, "day": day}
    if line.signal.state == SignalState.ANSWERED and not line.things:
        return _("Ni har svarat. Är den färdig, eller ska den vidare?")
    return sentence(line)


def promise(line) -> str:
    """When an answer comes, or how late it is; empty once there is one."""
    if line.owed:
        return ngettext(
            "Svaret är en dag sent. Det ligger hos %(desk)s.",
            "Svaret är %(n)s dagar sent. Det ligger hos %(desk)s.",
            line.owed,
        ) % {"n": line.owed, "desk": line.desk}
    if line.is_waiting:
        return _("Svar kommer senast %(day)s.") % {"day": day_long(line.signal.answer_by, get_language())}
    return ""


def _when(moment):
    return relative_day(swedish_day(moment), today(), get_language()) if moment else ""
