"""Who uses a thing: as others are shown, for a list one may see; as the bodies know themselves, for letters alone."""

from django.db.models import F

from vaxel.adoption.domain.stages import BITS, IN_USE
from vaxel.adoption.models import Standing
from vaxel.adoption.queries.vectors import OWN_BITS

_SHOWN = [stage << OWN_BITS for stage in IN_USE]


def shown_users(thing) -> list[int]:
    """Bodies whose use is open to those who may see names."""
    rows = Standing.objects.filter(thing=thing).annotate(shown=F("stage").bitand(BITS << OWN_BITS))
    return list(rows.filter(shown__in=_SHOWN).order_by("body_id").values_list("body_id", flat=True))


def own_users(thing) -> list[int]:
    """Bodies that use it by their own account, also those who have let nobody see it yet: never shown, only written to."""
    rows = Standing.objects.filter(thing=thing).annotate(own=F("stage").bitand(BITS))
    return list(rows.filter(own__in=list(IN_USE)).order_by("body_id").values_list("body_id", flat=True))
