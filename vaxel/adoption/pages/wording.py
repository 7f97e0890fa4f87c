"""Sentences about how far a thing has spread."""

from django.utils.translation import gettext as _

from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.small import FEW
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.network.wording import listed
from vaxel.rounds.words import bodies, capital
from vaxel.ui.templatetags.numbers import count


def heading(thing, spread, language="sv", *, exact=True):
    """ "ADHD används fullt ut i 84 av 290 kommuner och 12 av 21 regioner." """
    name = thing.name
    if thing.state == ThingState.RETIRED:
        return _("%(name)s är utfasat sedan %(day)s.") % {"name": name, "day": day_of_month(thing.retires_on, language)}
    if thing.state == ThingState.BEING_RETIRED:
        return _("%(name)s fasas ut %(day)s. %(users)s") % {
            "name": name,
            "day": day_of_month(thing.retires_on, language),
            "users": _users(spread.whole.in_use, exact=exact),
        }
    where = listed([share_of(kind, tally, exact=exact) for kind, tally in spread.kinds])
    if not spread.whole.in_use:
        return _("%(name)s används inte någonstans än, så vitt vi vet.") % {"name": name}
    return _("%(name)s används fullt ut i %(where)s.") % {"name": name, "where": where}


def _users(in_use, *, exact):
    if not in_use:
        return _("Ingen använder det längre.")
    return _("%(n)s använder det än.") % {"n": capital(number(in_use, exact=exact))}


def share_of(kind, tally, *, exact):
    return _("%(some)s av %(all)s %(noun)s") % {
        "some": number(tally.full, exact=exact),
        "all": count(tally.total),
        "noun": bodies(kind, tally.total),
    }


def number(some, *, exact=True):
    """A small number is not said to those who see no names."""
    return _("färre än tre") if some is None or (not exact and 0 < some < FEW) else count(some)
