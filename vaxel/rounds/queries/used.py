"""Where an answer was used: each capability that uses answers says how, and the body that gave it reads it in one list.

A capability adds its own by `where_used.register(provider)`, wired in the site: a provider takes an answer (with its
delivery and round) and yields a `Use` for each time it was used, in the same few queries however many they are.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import CarriedOver, FrameRange, NodeCompilation


@dataclass(frozen=True)
class Use:
    """One line of the list. `question_id` where a single answer was used and not the whole; an address if there is one."""

    what: str
    day: dt.date
    question_id: str = ""
    url_name: str = ""
    url_args: tuple = ()
    query: str = ""


Provider = Callable[..., Iterable[Use]]


class Registry:
    def __init__(self):
        self._providers: list[Provider] = []

    def register(self, provider: Provider) -> Provider:
        if provider not in self._providers:
            self._providers.append(provider)
        return provider

    def __call__(self, answer) -> list[Use]:
        """The latest first."""
        found = [use for provider in self._providers for use in provider(answer)]
        return sorted(found, key=lambda use: use.day, reverse=True)


where_used = Registry()


@where_used.register
def in_compilations(answer):
    """Finished compilations that covered it: the owner's of the whole, and those of the levels above the body."""
    round, place = answer.delivery.round, answer.delivery.position
    above = FrameRange.objects.filter(frame=round.frame_id, start__lte=place, stop__gt=place).values("node")
    finished = NodeCompilation.objects.filter(round=round, finished_at__gte=answer.submitted_at)
    rows = list(finished.filter(node__in=above) | finished.filter(node=round.owner_id))
    names = at(round.frame.as_of).named([row.node_id for row in rows])
    named = {body.pk: body for body in names}
    for row in rows:
        whole, body = row.node_id == round.owner_id, named.get(row.node_id)
        opens = whole or (body and body.kind == Kind.COUNTY)
        yield Use(
            _("Med i sammanställningen från %(body)s") % {"body": body.name if body else ""},
            swedish_day(row.finished_at),
            url_name="compilation" if opens else "",
            url_args=(round.pk,),
            query="nod=alla" if whole else f"nod={row.node_id}",
        )


@where_used.register
def in_feedback(answer):
    delivery, round = answer.delivery, answer.delivery.round
    if round.fed_back_at:
        what = _("Avsändaren har återkopplat vad svaren ledde till")
        yield Use(
            what, swedish_day(round.fed_back_at), url_name="round_own_feedback", url_args=(round.pk, delivery.body_id)
        )


@where_used.register
def in_later_answers(answer):
    """Given once, used again: answers that were sent with something carried over from this one."""
    rows = CarriedOver.objects.filter(source=answer, answer__status=AnswerStatus.SUBMITTED)
    for mark in rows.select_related("answer__delivery__round"):
        later = mark.answer
        yield Use(
            _("Hämtat till ert svar på %(round)s") % {"round": later.delivery.round.title},
            swedish_day(later.submitted_at),
            question_id=mark.question_id,
            url_name="delivery",
            url_args=(later.delivery.round_id, later.delivery.body_id),
        )
