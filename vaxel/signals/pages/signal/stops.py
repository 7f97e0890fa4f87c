"""The signal's way as stops on a line: who wrote, each desk it has come to, the answer, what it led to."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import day_of_month


def stops(story) -> list[dict]:
    """For the stepper component."""
    line = story.line
    return [_written(line), *_desks(story), *_answer(story), *(_led_to(thing) for thing in line.things)]


def _written(line):
    return _stop(line.author or _("En invånare"), _("skrev %(day)s") % {"day": _day(line.signal.written_at)}, "done")


def _desks(story):
    here = story.desks[-1:]
    waits = story.line.is_waiting
    for one in story.desks:
        now = waits and one in here
        yield _stop(one.desk, _("fick den %(day)s") % {"day": _day(one.at)}, "now" if now else "done")


def _answer(story):
    signal, answer = story.line.signal, story.answer
    if answer:
        yield _stop(_("Svar"), _day(answer.at), "done")
    if story.line.is_waiting:
        promised = _("senast %(day)s") % {"day": day_of_month(signal.answer_by, get_language())}
        yield _stop(_("Nytt svar") if answer else _("Svar"), promised, "later")


def _led_to(thing):
    return _stop(thing.title, str(thing.state), "done" if thing.feedback else "now", thing.url)


def _stop(label, text, state, url=""):
    return {"label": label, "text": text, "state": state, "url": url}


def _day(moment):
    return day_of_month(swedish_day(moment), get_language())
