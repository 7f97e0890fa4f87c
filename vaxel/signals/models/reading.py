"""Who sees which signals, as a condition on rows. Reading follows every mandate one holds that day; doing, the one in use."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from vaxel.calendar import clock
from vaxel.composed import seldom
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Body, Tie
from vaxel.signals.domain.kinds import SHOWN_TO_ALL, WAITING


class SignalQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The author's own body, and the desks it has come to; the public's side is `published`."""
        if actor.is_system:
            return self
        from vaxel.signals.models.signal import Reached

        came = Reached.objects.filter(signal=OuterRef("pk"), body__in=desks_of(actor.body_ids))
        return self.filter(Q(author_body__in=actor.body_ids) | Q(Exists(came)))

    def published(self):
        return self.filter(published_at__isnull=False, kind__in=SHOWN_TO_ALL, erased_at=None)

    def waiting(self):
        """Somebody waits for an answer."""
        return self.filter(state__in=WAITING)

    def owed(self):
        """The promised day has passed."""
        return self.waiting().filter(answer_by__lt=clock.today())

    def soonest_promise_first(self):
        return self.order_by(F("answer_by"), "id")


def desks_of(body_ids):
    """The bodies' own desks; a resource centre also sits at its healthcare region's."""
    body_ids = tuple(body_ids)
    return [*body_ids, *regions_of_centres(body_ids, clock.today())]


@seldom
def regions_of_centres(body_ids, day):
    centres = Body.objects.filter(pk__in=body_ids, kind=Kind.RESOURCE_CENTRE).values("pk")
    ties = Tie.objects.at(day).filter(tree=Tree.GOVERNANCE, child__in=centres, parent_kind=Kind.HEALTHCARE_REGION)
    return ties.values_list("parent_id", flat=True)
