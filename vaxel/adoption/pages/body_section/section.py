"""What a body's page says of adoption: to the body all of its own, to its county and to who answers for a thing what is open."""

from django.utils.translation import gettext as _

from vaxel.adoption.domain.stages import AdoptionStage, own_stage, shown_stage
from vaxel.adoption.models import Standing
from vaxel.adoption.permissions import reads_own
from vaxel.adoption.words import does
from vaxel.calendar.clock import today
from vaxel.network.models import Closure
from vaxel.network.pages.body.sections import Section
from vaxel.rounds.models.reading import OWN_ARENA

TEMPLATE = "adoption/pages/body_section/section.html"


def section(request, body_id, day) -> Section | None:
    """Two queries at most, and nothing for those who see no names here."""
    actor = request.actor
    if not actor.body_ids or day != today():
        return None
    own = reads_own(actor, body_id)
    rows = Standing.objects.filter(body=body_id).exclude(stage=0).select_related("thing").order_by("thing__name", "pk")
    if not own and not _above(actor, body_id):
        rows = rows.filter(thing__owner__in=actor.body_ids)
    lines = [(row.thing, own_stage(row.stage) if own else shown_stage(row.stage)) for row in rows]
    lines = [{"thing": thing, "does": does(stage)} for thing, stage in lines if stage != AdoptionStage.NONE]
    if not lines and not own:
        return None
    return Section(_("Införande"), TEMPLATE, {"lines": lines, "own": own, "body_id": body_id})


def _above(actor, body_id):
    ties = Closure.objects.at(today()).filter(descendant=body_id, ancestor__in=actor.body_ids)
    return ties.filter(ancestor__kind__in=OWN_ARENA).exists()
