"""Who has not answered: by name for the sender and the own county, as a number for everyone else."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.calendar.templatetags.dates import day_short, relative_day
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.queries.receivers import missing


@dataclass(frozen=True)
class Waiting:
    """`lines` are the first ones by name; `vacant` counts seats among all of them. Empty where names may not be seen."""

    lines: tuple = ()
    number: int = 0
    vacant: int = 0

    @property
    def more(self):
        return self.number - len(self.lines)


def waiting_list(actor, round, place, *, named, asks):
    if not named or round.state == RoundState.RECALLED:
        return Waiting()
    found = missing(round, actor, place.node_id, asks=asks)
    return Waiting(tuple(found.first), found.number, found.vacant)


@dataclass(frozen=True)
class Line:
    """One body where each stands by name: what is said of it before and after that its mail did not reach it."""

    name: str
    url: str
    said: str
    unreached: bool
    more: str
    register_url: str


def told(waiting, round, place, *, asks):
    """The lines of a county's own list, in words: it is drawn for everyone in the last minute before the day."""
    registers = round.state == RoundState.OPEN and asks and place.is_own
    return [_line(one, round, registers=registers) for one in waiting.lines]


def _line(one, round, *, registers):
    waits = one.delivery.waits_at_id is not None
    return Line(
        one.name,
        reverse("body", args=[one.body_id]),
        ", ".join(_before(one, waits)),
        one.unreached,
        "".join(f", {said}" for said in _after(one)),
        reverse("delivery_register", args=[round.pk, one.body_id]) if registers and not waits else "",
    )


def _before(one, waits):
    if waits:
        yield _("väntar på att ni skickar vidare")
    elif one.delivery.received_at:
        yield _("mottaget %(day)s") % {"day": relative_day(one.delivery.received_at)}
    else:
        yield _("mottagandet inte bekräftat")
    if one.vacant:
        yield _("uppdraget är vakant")


def _after(one):
    if one.delivery.is_prolonged:
        yield _("svar senast %(day)s") % {"day": day_short(one.delivery.last_day)}
    if one.reminded_at:
        yield _("påmind %(day)s") % {"day": relative_day(one.reminded_at)}
