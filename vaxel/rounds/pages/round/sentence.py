"""The sentence a round's page opens with, and the lines under it: how far it has reached, said plainly."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.words import bodies, capital
from vaxel.ui.templatetags.numbers import count, in_words, in_words_capital


@dataclass(frozen=True)
class Said:
    """One kind of body: how many were asked and how many have said what they have to say."""

    kind: str
    asked: int
    done: int


def heading(round, said, whole, place="", waiting=0):
    """`said` has the most numerous kind first, `whole` is each body once; `place` names a level's own part.

    `waiting` is how many wait for the reader to pass on: then nothing else is worth opening with.
    """
    if round.state == RoundState.DRAFT:
        return _("Ett utkast: ingenting har skickats.")
    if round.state == RoundState.RECALLED:
        return _("Utskicket ångrades. Ingen behöver göra något.")
    if waiting:
        words = ngettext("%(n)s väntar på att ni skickar vidare.", "%(n)s väntar på att ni skickar vidare.", waiting)
        return words % {"n": in_words_capital(waiting)}
    if not said:
        return _("Ingen har tillfrågats här.")
    if all(one.done >= one.asked for one in said):
        return _all(round, said, place)
    return _some(round, said, whole, place) if any(one.done for one in said) else _none(round, said, whole, place)


def _asks(round):
    return round.kind != RoundKind.MAILING


def _all(round, said, place):
    who = _joined([_everyone(one) for one in said])
    said_it = _("%(who)s har svarat.") if _asks(round) else _("%(who)s har bekräftat mottagandet.")
    return said_it % {"who": capital(who) + _in(place)}


def _everyone(one):
    noun = bodies(one.kind, one.asked)
    if one.asked == 1:
        return _("1 %(noun)s av 1") % {"noun": noun}
    return _("alla %(n)s %(noun)s") % {"n": count(one.asked), "noun": noun}


def _none(round, said, whole, place):
    words = (
        _("Ingen av %(asked)s har svarat än.")
        if _asks(round)
        else _("Ingen av %(asked)s har bekräftat mottagandet än.")
    )
    one = whole if len(said) > 1 else said[0]
    noun = _("tillfrågade") if len(said) > 1 else _("tillfrågade %(noun)s") % {"noun": bodies(one.kind, one.asked)}
    return words % {"asked": f"{count(one.asked)} {noun}{_in(place)}"}


def _some(round, said, whole, place):
    words = _("%(part)s har svarat.") if _asks(round) else _("%(part)s har bekräftat mottagandet.")
    return words % {"part": capital(_part(said, whole)) + _in(place)}


def _part(said, whole):
    if len(said) > 2:
        return _("%(done)s av %(asked)s tillfrågade") % {"done": count(whole.done), "asked": count(whole.asked)}
    if len(said) == 1:
        return _share(said[0], _("%(done)s av %(asked)s tillfrågade %(noun)s"))
    return _joined(
        [_everyone(one) if one.done >= one.asked else _share(one, _("%(done)s av %(asked)s %(noun)s")) for one in said]
    )


def _share(one, words):
    return words % {"done": count(one.done), "asked": count(one.asked), "noun": bodies(one.kind, one.asked)}


def _in(place):
    return _(" i %(place)s") % {"place": place} if place else ""


def _joined(parts):
    return _(" och ").join(parts)


def lead(round, counts, missing, *, not_asked=0, vacant=0, median_days=None):
    """Sentences in the order one wants them; only what is not nothing."""
    if round.state in {RoundState.DRAFT, RoundState.RECALLED}:
        return []
    said = (
        _missing(round, missing, vacant),
        _declined(counts.declined),
        _not_asked(not_asked),
        _completion(counts.completion),
        _median(median_days),
    )
    return [sentence for sentence in said if sentence]


def _missing(round, missing, vacant):
    if not missing:
        return ""
    return _waits(round, missing) % {"n": in_words_capital(missing)} + _vacant(missing, vacant) + "."


def _waits(round, missing):
    is_open = round.state == RoundState.OPEN
    if not _asks(round) and is_open:
        return ngettext("%(n)s har inte bekräftat än", "%(n)s har inte bekräftat än", missing)
    if not _asks(round):
        return ngettext("%(n)s bekräftade inte", "%(n)s bekräftade inte", missing)
    if not is_open:
        return ngettext("%(n)s svarade inte", "%(n)s svarade inte", missing)
    return ngettext("%(n)s har inte svarat än", "%(n)s har inte svarat än", missing)


def _vacant(missing, vacant):
    if not vacant:
        return ""
    if missing == vacant == 1:
        return _("; uppdraget där är vakant")
    return ngettext(", hos %(n)s av dem är uppdraget vakant", ", hos %(n)s av dem är uppdragen vakanta", vacant) % {
        "n": in_words(vacant)
    }


def _declined(number):
    return _("%(n)s avstod.") % {"n": in_words_capital(number)} if number else ""


def _not_asked(number):
    words = ngettext("%(n)s är inte tillfrågad.", "%(n)s är inte tillfrågade.", number)
    return words % {"n": in_words_capital(number)} if number else ""


def _completion(number):
    return _("Hos %(n)s är komplettering begärd.") % {"n": in_words(number)} if number else ""


def _median(days):
    if days is None:
        return ""
    words = ngettext(
        "Mediantiden från utskick till svar är %(n)s dag.",
        "Mediantiden från utskick till svar är %(n)s dagar.",
        round_up(days),
    )
    return words % {"n": count(round_up(days))}


def round_up(days):
    """A median of half a day is said as one day: nobody answers in no time."""
    return max(1, int(days + 0.5))
