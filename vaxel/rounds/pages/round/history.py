"""What has been done with the round, in words, with names of people and bodies looked up at once."""

from django.utils import translation

from vaxel import journal
from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import moment
from vaxel.network.models import Person
from vaxel.network.queries.asof import at

# What concerns everybody who reads the round; who edited the draft is the sender's own.
FOR_ALL = {"rounds.send", "rounds.prolong", "rounds.correct", "rounds.close", "rounds.feed_back", "rounds.recall"}
MOST = 60


def history(round, *, as_sender):
    """Entries for the history component, the latest first. Three queries."""
    lines = [line for line in journal.of(round, limit=MOST) if as_sender or line.action in FOR_ALL]
    people = _people(lines) if as_sender else {}
    bodies = at(today()).names({line.on_behalf_of for line in lines} - {None})
    language = translation.get_language()
    return [
        {
            "who": ", ".join(filter(None, (people.get(line.person_id), bodies.get(line.on_behalf_of)))),
            "what": _capital(line.words),
            "when": moment(line.at, today(), language),
            "note": line.note,
        }
        for line in lines
    ]


def _people(lines):
    ids = {line.person_id for line in lines} - {None}
    return dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))


def _capital(text):
    return text[:1].upper() + text[1:]
