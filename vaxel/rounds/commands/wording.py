"""How a letter about a round is worded: always in Swedish, and a mailing never asks for an answer."""

from functools import wraps

from django.utils.translation import gettext as _
from django.utils.translation import override

from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundKind
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


def not_yet(round):
    if _asks(round):
        return _("Vi har inte fått ert svar på %(title)s än.")
    return _("Ni har inte bekräftat mottagandet av %(title)s än.")


def when(round):
    words = _("Svara senast %(day)s.") if _asks(round) else _("Bekräfta senast %(day)s.")
    return words % {"day": day_long(round.due)} if round.due else ""


def letter(*lines):
    return "\n\n".join(line for line in lines if line)
