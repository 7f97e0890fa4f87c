from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaxel import search
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.models import Identity
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.template import in_words
from vaxel.rounds.models import Round
from vaxel.rounds.words import KINDS, RoundKind, capital
from vaxel.text.markdown import summary

NAME = "rounds.round"
ALL = 10**6


def documents(ids):
    rounds = Round.objects.select_related("template_version").prefetch_related("corrections").order_by("id")
    rounds = list(rounds if ids is None else rounds.filter(pk__in=ids))
    names = names_of({round.owner_id for round in rounds})
    return (_document(round, names) for round in rounds)


def _document(round, names):
    said = (
        names[round.owner_id],
        plain(round.text),
        in_words(round.template_version.content) if round.template_version else "",
        round.replaces,
        plain(round.feedback),
        *(plain(correction.text) for correction in sorted(round.corrections.all(), key=lambda one: one.pk)),
    )
    return search.Document(
        id=round.pk,
        title=round.title,
        also=f"{round.number or ''} {KINDS[RoundKind(round.kind)].one}",
        text=" · ".join(filter(None, said)),
        day=swedish_day(round.sent_at or round.created_at),
        kind=round.kind,
    )


def plain(text):
    return summary(text, ALL)


def names_of(bodies):
    """What each is or will be called, whatever day it is: nothing in the index changes because a day has passed."""
    rows = Identity.objects.filter(body__in=bodies).order_by("valid_to", "valid_from", "id")
    return defaultdict(str, rows.values_list("body_id", "name"))


def _drafts_asking(templates):
    drafts = Round.objects.filter(template_version__template__in=templates, state=RoundState.DRAFT)
    return drafts.values_list("id", flat=True)


SOURCE = search.Source(
    NAME,
    label=_("Förfrågningar"),
    read=documents,
    visible_to=lambda actor: Round.objects.visible_to(actor).values("pk"),
    address=lambda entry: reverse("round", args=[entry.object_id]),
    describe=lambda entry: capital(KINDS[RoundKind(entry.kind)].one),
    touched_by={
        NAME: lambda ids: ids,
        "rounds.template": _drafts_asking,
        "network.body": lambda ids: Round.objects.filter(owner__in=ids).values_list("id", flat=True),
    },
)
