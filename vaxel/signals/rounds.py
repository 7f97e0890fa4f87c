"""A signal's first destination: the draft of a round, by those who may create rounds; and the round's way back."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.commands.rounds import create_round
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.models import Round
from vaxel.rounds.permissions import creates_round
from vaxel.rounds.words import STATES, kind_of
from vaxel.signals.commands.becoming import fed_back
from vaxel.signals.destinations import Destination, Thing, register

KEY = "round"


def draft(signals, by, _choice) -> int:
    """The signal's own words are not copied: what a receiver is asked is written by who asks, and may not name anyone."""
    head = signals[0]
    text = _(
        "Frågan bygger på signaler som har kommit in. Skriv här vad ni vill veta, och vad svaren ska användas till."
    )
    audience = {"kinds": [Kind.MUNICIPALITY]}  # as the page for a new round begins
    made = create_round(
        by=by, owner_id=by.body_id, kind=RoundKind.SURVEY, title=head.title, text=text, audience=audience
    )
    return made.pk


def show(object_ids, actor) -> dict[int, Thing]:
    """Whoever wrote the signal sees what it became also where they are not asked; the address only where they may open it."""
    rounds = Round.objects.in_bulk(object_ids)
    open_to = set(Round.objects.visible_to(actor).filter(pk__in=object_ids).values_list("pk", flat=True))
    return {pk: _thing(round, pk in open_to) for pk, round in rounds.items()}


def _thing(round, may_open):
    if round.state == RoundState.DRAFT:
        title, said = _("En fråga som håller på att skrivas"), _("en fråga som håller på att skrivas")
    else:
        title, said = round.title, f"{kind_of(round).the} ”{round.title}”"
    url = reverse("round", args=[round.pk]) if may_open else ""
    return Thing(title, said, STATES[round.state], url, round.feedback)


def on_fed_back(sender, round, by, received_at, **_facts):
    """Rounds' own fact (rounds/facts.py), in the transaction that feeds back."""
    fed_back(KEY, round.pk, text=round.feedback, by=by, received_at=received_at)


def choices(_signal, _actor):
    return [("", _("Ett utkast till en förfrågan: enkät, remiss eller utskick"))]


register(
    Destination(KEY, creates_round, choices, draft, show, lambda object_id: reverse("round_edit", args=[object_id]))
)
