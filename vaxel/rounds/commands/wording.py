"""How a letter about a round is worded: always in Swedish, and a mailing never asks for an answer."""

from functools import wraps

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.queries.asof import at
from vaxel.network.wording import TURNS, listed
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.queries.owing import ANSWER, COMPLETION, PASS_ON
from vaxel.rounds.words import capital, kind_of


def in_swedish(write):
    """Also under a page that is read in English. A fresh override each time: it keeps what to go back to."""

    @wraps(write)
    def written(*args, **kwargs):
        with override("sv"):
            return write(*args, **kwargs)

    return written


def subject_of(round):
    return f"{capital(kind_of(round).one)}: {round.title}"


def words_of(round):
    return {"kind": kind_of(round).one, "title": round.title, "sender": _sender(round)}


def _sender(round):
    if not hasattr(round, "_sender_name"):
        round._sender_name = at(clock.today()).names([round.owner_id]).get(round.owner_id, "Växel")
    return round._sender_name


def _asks(round):
    return round.kind != RoundKind.MAILING


def read_it(round):
    return _("Läs frågorna utan att logga in: %(link)s") if _asks(round) else _("Läs utan att logga in: %(link)s")


def say_it(round):
    return _("Bekräfta mottagandet och svara: %(link)s") if _asks(round) else _("Bekräfta mottagandet: %(link)s")


def without_account(round):
    """To those who have nobody to log in: one link, and what whoever holds it can do."""
    act = (
        _("Bekräfta mottagandet och svara utan att logga in: %(link)s")
        if _asks(round)
        else _("Läs och bekräfta mottagandet utan att logga in: %(link)s")
    )
    return (
        act
        + "\n\n"
        + _("Den som har länken handlar för er. Skicka den bara vidare till den hos er som tar hand om det.")
    )


def owed_by(round, step, name):
    """What is owed, said to the body itself or of it to its county's coordinator."""
    return _OF_ANOTHER[_owed(round, step)] if name else _TO_ITSELF[_owed(round, step)]


def _owed(round, step):
    if step.owed.kind == ANSWER:
        return ANSWER if _asks(round) else CONFIRM
    return step.owed.kind


CONFIRM = "confirm"
_TO_ITSELF = {
    ANSWER: gettext_lazy("Vi har inte fått ert svar på %(title)s än."),
    CONFIRM: gettext_lazy("Ni har inte bekräftat mottagandet av %(title)s än."),
    PASS_ON: gettext_lazy("%(title)s väntar på att ni skickar vidare."),
    COMPLETION: gettext_lazy("Ert svar på %(title)s väntar på den komplettering ni har ombetts om."),
}
_OF_ANOTHER = {
    ANSWER: gettext_lazy("%(name)s har inte svarat på %(title)s än."),
    CONFIRM: gettext_lazy("%(name)s har inte bekräftat mottagandet av %(title)s än."),
    PASS_ON: gettext_lazy("%(title)s väntar på att %(name)s skickar vidare."),
    COMPLETION: gettext_lazy("%(name)s har inte kompletterat sitt svar på %(title)s än."),
}


def told_before(step):
    """Who of them has been reminded already, by role; a mail that came back says so."""
    before = [str(TURNS[turn]) for turn in step.before]
    if not before:
        return ""
    if step.again:
        return _("Påminnelsen till %(role)s kom inte fram.") % {"role": before[-1]}
    return _("En påminnelse har tidigare gått till %(roles)s.") % {"roles": listed(before)}


def when(round, due=None, on=None):
    """`due`: the body's own last day; `on`: the day of writing, after which the last day may already lie."""
    due = due or round.due
    if not due:
        return ""
    if on and due < on:
        words = _("Sista dagen var %(day)s. Ni kan fortfarande svara.") if _asks(round) else _("Dagen var %(day)s.")
    else:
        words = _("Svara senast %(day)s.") if _asks(round) else _("Bekräfta senast %(day)s.")
    return words % {"day": day_long(due)}


def letter(*lines):
    return "\n\n".join(line for line in lines if line)
