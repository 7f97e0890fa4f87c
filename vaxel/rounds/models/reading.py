"""Who sees which rounds and deliveries, as conditions on rows: lists and single pages ask the same thing.

Doing follows the mandate in use; reading follows every mandate the person holds that day. A round is read by its senders and assessor, its
co-workers, those it was sent or passed on to, the nodes above them in its frame, and anyone if it is public.
"""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest

from vaxel.calendar import clock
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.state import DONE, OUTCOME_BITS
from vaxel.rounds.models.frame import FrameRange

SENT = (RoundState.OPEN, RoundState.CLOSED, RoundState.FED_BACK)
# Names of those who have not answered go to the sender and the own county (or, for a unit, its principal) alone.
OWN_ARENA = frozenset({Kind.COUNTY, *PRINCIPALS})


class RoundQuerySet(models.QuerySet):
    def visible_to(self, actor, at=None):
        """`at` is a Swedish day (today): receivers see a round from the day it opens."""
        if actor.is_system:
            return self
        received = Q(state__in=SENT) & (Q(opens=None) | Q(opens__lte=at or clock.today()))
        return self.filter(sent_by(actor) | (received & (Q(is_public=True) | _reached(actor))))


class DeliveryQuerySet(models.QuerySet):
    def outcomes(self):
        return self.annotate(said=F("state").bitand(OUTCOME_BITS))

    def last_days(self):
        """`by_day`: `domain/last_day.py` in SQL. Each stands in for the other, since SQLite knows no greatest of one."""
        return self.annotate(by_day=Greatest(Coalesce("due", "round__due"), Coalesce("round__due", "due")))

    def visible_to(self, actor, at=None):
        """The sender, the own body (once passed on; of feedback at the latest), its county or principal; further up,
        once it has answered.
        """
        if actor.is_system:
            return self
        opened = Q(round__state__in=SENT) & (Q(round__opens=None) | Q(round__opens__lte=at or clock.today()))
        own = Q(body__in=actor.body_ids) & (Q(waits_at=None) | Q(round__state=RoundState.FED_BACK))
        above = covered_by(actor.body_ids)
        near = Q(Exists(above.filter(node__kind__in=OWN_ARENA).exclude(node=OuterRef("body"))))
        far = Q(said__in=DONE) & Q(Exists(above))
        sender = sending(actor, "round__") & Q(round__state__in=SENT)
        return self.outcomes().filter(sender | (opened & (own | near | far)))


def is_open_to_its_own(actor, delivery, at=None):
    """The commonest part of `DeliveryQuerySet.visible_to`, of a delivery in hand: the page asked for most need ask no more."""
    round, day = delivery.round, at or clock.today()
    opened = round.state in SENT and (round.opens is None or round.opens <= day)
    passed_on = delivery.waits_at_id is None or round.state == RoundState.FED_BACK
    return delivery.body_id in actor.body_ids and opened and passed_on


class EnquiryQuerySet(models.QuerySet):
    def said_to(self, actor):
        """Of a round that one reads: what is published, what one's own bodies have asked, and to its senders all."""
        published = Q(is_published=True) & ~Q(answer="")
        return self.filter(published | Q(body__in=actor.body_ids) | sending(actor, "round__"))


class CompilationQuerySet(models.QuerySet):
    def said_to(self, actor):
        """What a level has finished writing: the whole's to every reader, a part's to itself and the senders, to all
        readers once the round has been fed back.
        """
        from vaxel.rounds.models.round import Round

        readers = Q(node=F("round__owner")) | Q(round__state=RoundState.FED_BACK)
        seen = self.exclude(finished_at=None).filter(round__in=Round.objects.visible_to(actor).values("pk"))
        return seen.filter(readers | Q(node__in=actor.body_ids) | sending(actor, "round__"))


def sent_by(actor):
    """Those who send it, and those invited to work on the draft: they see the round, but nobody's answer or name."""
    from vaxel.rounds.models.round import CoWorker

    invited = CoWorker.objects.filter(round=OuterRef("id"), person__public_id=actor.person_id)
    return sending(actor) | Q(Exists(invited))


def sending(actor, prefix=""):
    """The owner, the other senders, and the assessor once it is sent."""
    from vaxel.rounds.models.round import RoundSender

    key, bodies = OuterRef("round_id" if prefix else "id"), actor.body_ids
    return (
        Q(**{f"{prefix}owner__in": bodies})
        | Q(Exists(RoundSender.objects.filter(round=key, body__in=bodies)))
        | Q(**{f"{prefix}assessor__in": bodies, f"{prefix}state__in": SENT})
    )


def covered_by(nodes):
    """Ranges of these nodes that hold the delivery asked about."""
    return FrameRange.objects.filter(
        frame=OuterRef("round__frame"), node__in=nodes, start__lte=OuterRef("position"), stop__gt=OuterRef("position")
    )


def _reached(actor):
    from vaxel.rounds.models.delivery import Delivery
    from vaxel.rounds.models.reached import AlsoReached

    bodies = actor.body_ids
    own = Delivery.objects.filter(round=OuterRef("id"), body__in=bodies)
    return (
        Q(Exists(own.filter(waits_at=None)))
        | Q(state=RoundState.FED_BACK) & Q(Exists(own))
        | Q(Exists(FrameRange.objects.filter(frame=OuterRef("frame"), node__in=bodies)))
        | Q(Exists(AlsoReached.objects.filter(round=OuterRef("id"), body__in=bodies)))
    )
