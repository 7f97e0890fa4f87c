"""The receivers of a round one may see by name: what each has said, how long it took, who has been reminded."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, Max

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Closure, Mandate
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import DONE, Outcome, outcome
from vaxel.rounds.models import Delivery, Reminder
from vaxel.rounds.queries.part import part_of
from vaxel.rounds.queries.told import unreached_in

MISSING, DONE_, RECEIVED_ = "vantar", "svarat", "mottaget"
ASKED = (Outcome.SENT, Outcome.RECEIVED)
CHOICES = {
    MISSING: ASKED,
    DONE_: (Outcome.ANSWERED, Outcome.NOTHING_TO_REPORT),
    "avstod": (Outcome.DECLINED,),
}


@dataclass(frozen=True)
class Receiver:
    delivery: Delivery
    name: str
    county: str
    vacant: bool
    reminded_at: dt.datetime | None
    unreached: bool = False  # the latest mail about the round came back, or could not be sent

    @property
    def body_id(self):
        return self.delivery.body_id

    @property
    def days(self) -> int | None:
        """Whole days from confirmed receipt to answer."""
        start, stop = self.delivery.received_at, self.delivery.answered_at
        return max(0, (stop - start).days) if start and stop else None

    @property
    def is_done(self):
        return outcome(self.delivery.state) in DONE

    @property
    def is_missing(self):
        return outcome(self.delivery.state) in ASKED


def receivers(round, actor, node_id=None, choice=""):
    """A queryset in frame order (county by county): only those whose name the reader may see."""
    found = Delivery.objects.visible_to(actor).filter(part_of(round, node_id).within, round=round)
    if choice in CHOICES:
        found = found.filter(said__in=CHOICES[choice])
    return found.order_by("position")


def missing_at_mailing(round, actor, node_id=None):
    """For information nobody answers: those who have not confirmed."""
    return receivers(round, actor, node_id).filter(said=Outcome.SENT)


def described(deliveries, round) -> list[Receiver]:
    """As many queries however many they are."""
    deliveries = list(deliveries)
    for delivery in deliveries:
        delivery.round = round
    ids = [delivery.body_id for delivery in deliveries]
    day = round.frame.as_of if round.frame_id else today()
    names, counties = at(day).names(ids), county_names(ids, day)
    vacant, reminded = vacancies(ids), _reminded(round, ids)
    unreached = unreached_in(round, ids)
    return [
        Receiver(
            one,
            names.get(one.body_id, ""),
            counties.get(one.body_id, ""),
            one.body_id in vacant,
            reminded.get(one.body_id),
            one.body_id in unreached,
        )
        for one in deliveries
    ]


def county_names(ids, day) -> dict[int, str]:
    pairs = dict(
        Closure.objects.at(day)
        .filter(tree=Tree.GOVERNANCE, descendant__in=ids, ancestor__kind=Kind.COUNTY)
        .values_list("descendant_id", "ancestor_id")
    )
    names = at(day).names(set(pairs.values()))
    return {body: names.get(county, "") for body, county in pairs.items()}


def vacancies(ids) -> set[int]:
    """Bodies that have a seat for a contact and nobody in it today."""
    seats = Mandate.objects.at(today()).filter(body__in=ids, role=Role.CONTACT)
    filled: dict[int, bool] = {}
    for body, person in seats.values_list("body_id", "person_id"):
        filled[body] = filled.get(body, False) or person is not None
    return {body for body, is_filled in filled.items() if not is_filled}


def _reminded(round, ids):
    latest = Reminder.objects.filter(round=round, body__in=ids).values("body_id").annotate(latest=Max("at"))
    return {row["body_id"]: row["latest"] for row in latest}


def slowest_first(found):
    return found.annotate(took=F("answered_at") - F("received_at")).order_by(
        F("took").desc(nulls_last=True), "position"
    )
