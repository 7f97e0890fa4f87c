"""The round's figures as the page draws them: sentence, ladder, one line per level below."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.rounds.domain.kinds import RoundKind, Route
from vaxel.rounds.models import FramePosition
from vaxel.rounds.pages.round.sentence import Said, round_up
from vaxel.rounds.queries.few import held_back_here
from vaxel.rounds.queries.levels import by_child
from vaxel.rounds.queries.progress import ladder


@dataclass(frozen=True)
class ChildLine:
    """One county, say: what has come in there, what waits, and whether its own compilation is finished."""

    node_id: int
    name: str
    url: str
    done: int
    asked: int
    missing: int
    compiled: bool
    slowest: int | None
    own: bool
    hidden: bool
    parts: tuple = ()
    urgent: bool = False
    asks: bool = True

    @property
    def waits(self):
        if not self.asks:
            words = ngettext("%(n)s har inte bekräftat", "%(n)s har inte bekräftat", self.missing)
            return words % {"n": self.missing}
        return ngettext("%(n)s har inte svarat", "%(n)s har inte svarat", self.missing) % {"n": self.missing}


def asks(round):
    return round.kind != RoundKind.MAILING


def reach(round, place):
    """(what the ladder draws, what the opening sentence says), the most numerous kind first."""
    asked = kinds_asked(round)
    rows = [row for row in ladder(round, place.node_id).rows if row.total and row.kind in asked]
    rows.sort(key=lambda row: -row.total)
    return [_drawn(round, row) for row in rows], [Said(row.kind, row.total, _done(round, row.counts)) for row in rows]


def kinds_asked(round):
    """As what they were asked: Gotland, asked as a municipality, is no region here."""
    rule = round.audience or {}
    kinds = set(rule.get("kinds", ()))
    if rule.get("bodies") or not kinds:
        kinds |= set(FramePosition.objects.filter(frame=round.frame_id).values_list("body__kind", flat=True).distinct())
    return kinds


def _done(round, counts):
    """Have said something: a decliner has not answered, nor is it missing."""
    return counts.answered + counts.nothing if asks(round) else counts.received


def whole(round, counts):
    """Each body once, Gotland too."""
    return Said("", counts.asked, _done(round, counts))


def steps(round):
    """Only the stops this round has: nobody passes on what went straight, nobody answers a mailing."""
    return [name for name, _number in _stops(round)]


def _stops(round, row=None):
    number = (lambda name: getattr(row, name)) if row else (lambda name: 0)
    if round.route == Route.STEPWISE:
        yield _("Skickat vidare"), number("relayed")
    yield _("Mottaget"), number("received")
    if asks(round):
        yield _("Svarat"), _done(round, row.counts) if row else 0
        yield _("Sammanställt"), number("compiled")
        yield _("Återkopplat"), number("fed_back")


def _drawn(round, row):
    return {"label": row.label, "counts": [number for _name, number in _stops(round, row)], "total": row.total}


def missing_of(round, counts):
    return counts.missing if asks(round) else counts.sent


def children(round, place, *, own, urgent, as_of, named):
    """In alphabetical order. A count that would tell who, by itself or less the others, is hidden from outsiders."""
    if place.kind in {Kind.COUNTY, *PRINCIPALS} and not named:
        return []
    rows = by_child(round, place.node_id, as_of)
    hidden = frozenset() if place.as_sender else held_back_here(round, rows, place.node_id, as_of) - own
    return [_child(round, row, place, own, urgent, hidden) for row in rows if row.counts.asked]


def _child(round, row, place, own, urgent, hidden):
    counts = row.counts
    missing = missing_of(round, counts)
    mine = row.node_id in own
    return ChildLine(
        node_id=row.node_id,
        name=row.name,
        url=f"{reverse('round', args=[round.pk])}?nod={row.node_id}",
        done=counts.asked - missing,
        asked=counts.asked,
        missing=missing,
        compiled=bool(row.compiled),
        slowest=None if row.slowest is None else round_up(row.slowest),
        own=mine,
        hidden=row.node_id in hidden,
        parts=({"value": counts.asked - missing, "look": "s4" if row.compiled else "s2", "label": _said(round)},),
        urgent=urgent and missing > 0 and (place.as_sender or mine),
        asks=asks(round),
    )


def _said(round):
    return _("svarat") if asks(round) else _("bekräftat")


def shares(lines):
    """County → (done, asked), for the map of the 21."""
    return {line.node_id: (None if line.hidden else line.done, line.asked) for line in lines}
