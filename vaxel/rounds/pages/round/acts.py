"""What the reader can do from the round's page; one thing at most in the signal colour."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.calendar.clock import now
from vaxel.rounds.commands.announce import MAIL_AFTER
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.domain.owing import owes
from vaxel.rounds.domain.state import Flag
from vaxel.rounds.models.reading import OWN_ARENA
from vaxel.rounds.permissions import coordinates, is_sender, sends_round
from vaxel.ui.templatetags.numbers import in_words


@dataclass(frozen=True)
class Act:
    label: str
    url: str
    need: bool = False
    main: bool = False
    post: bool = False


@dataclass(frozen=True)
class Owed:
    """Who below the place can be reminded, and of what."""

    missing: int = 0
    completion: int = 0

    def __bool__(self):
        return self.missing + self.completion > 0


def acts(actor, round, place, *, missing, completion, waiting, urgent, own, named):
    """`missing`, `completion`: owed below the place; `waiting` to be passed on by it; `own`: the reader's body's delivery."""
    owed = Owed(max(0, missing - waiting), completion) if named else Owed()
    found = list(_acts(actor, round, place, owed, waiting, urgent, own))
    need = next((act for act in found if act.need), None)
    return [act if act is need or not act.need else Act(act.label, act.url, post=act.post) for act in found]


def _acts(actor, round, place, owed, waiting, urgent, own):
    address = _addresses(round, place)
    as_sender = is_sender(actor, round)
    in_part = place.node_id is not None and coordinates(actor, place.node_id)
    if round.state == RoundState.RECALLED and as_sender:
        yield Act(_("Gör en kopia"), address("round_copy"), main=True, post=True)
    if own is not None and round.state != RoundState.RECALLED:
        yield _own(round, own)
    if round.state == RoundState.OPEN:
        if in_part:
            yield from _in_part(round, place, owed.missing, waiting, address)
        if owed and (as_sender or in_part) and not minutes_left(round):
            yield Act(_remind(owed), address("round_remind"), need=urgent)
        if as_sender:
            yield from _as_sender(actor, round, address)
    if round.state == RoundState.CLOSED and as_sender:
        yield Act(_("Skriv återkoppling"), address("round_feed_back"), need=True)
    if round.kind != RoundKind.MAILING and round.state != RoundState.RECALLED:
        yield Act(_compile(round, as_sender, in_part), address("compilation"))
    if round.state == RoundState.OPEN and as_sender:
        yield Act(_("Stäng och återkoppla"), address("round_close"))


def _in_part(round, place, missing, waiting, address):
    """A county for its bodies, a principal for its units."""
    if waiting:
        yield Act(_pass_on(waiting), address("round_relay"), need=True)
    if missing and place.is_own and place.kind in OWN_ARENA and round.template_version_id:
        yield Act(_("Fyll i för flera i en arbetsbok"), address("round_workbook"))


def _addresses(round, place):
    return lambda name: (
        reverse(name, args=[round.pk]) + (place.query if name not in {"round_copy", "round_close"} else "")
    )


def _own(round, own):
    url = reverse("delivery", args=[round.pk, own.body_id])
    asks = round.kind != RoundKind.MAILING
    owed = round.state == RoundState.OPEN and owes(own.state, asks=asks)
    return Act(_own_words(own.state, asks, owed), url, need=owed)


def _own_words(state, asks, owed):
    if not asks:
        return _("Bekräfta och läs") if owed else _("Läs utskicket")
    if owed and state & Flag.COMPLETION_REQUESTED:
        return _("Komplettera ert svar")
    return _("Svara") if owed else _("Ert svar och kvitto")


def _as_sender(actor, round, address):
    left = minutes_left(round)
    if left and sends_round(actor, round):
        words = ngettext("Ångra utskicket (%(n)s min kvar)", "Ångra utskicket (%(n)s min kvar)", left)
        yield Act(words % {"n": left}, address("round_recall"), post=True)
    if round.due:
        yield Act(_("Förläng svarstiden"), address("round_prolong"))


def minutes_left(round):
    """Whole minutes of the ten, rounded up; 0 when they have passed."""
    if not round.sent_at:
        return 0
    return max(0, -int(-(round.sent_at + MAIL_AFTER - now()).total_seconds() // 60))


def _remind(owed):
    number = owed.missing + owed.completion
    if number == 1:
        return _("Påminn den som inte har svarat") if owed.missing else _("Påminn den som ska komplettera")
    words = _("Påminn de %(n)s") if owed.missing else _("Påminn de %(n)s som ska komplettera")
    return words % {"n": in_words(number)}


def _pass_on(number):
    return ngettext("Skicka vidare till en", "Skicka vidare till %(n)s", number) % {"n": in_words(number)}


def _compile(round, as_sender, in_part):
    if round.state == RoundState.FED_BACK or not (as_sender or in_part):
        return _("Se sammanställningen")
    return _("Sammanställ") if as_sender else _("Sammanställ er del")
