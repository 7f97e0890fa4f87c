"""What `vaxel verify` asks of adoption: every projection told again from what it was made of."""

from itertools import groupby

from django.utils.translation import gettext as _

from vaxel.adoption.commands.framing import bytes_from_standings
from vaxel.adoption.domain.ledger import Entry, byte_of
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, Standing, Thing
from vaxel.adoption.queries.vectors import lay

MOST_TOLD = 20


def checks():
    """(name, ok, sentence) for `vaxel verify`; changes nothing."""
    for name, found, right in (
        ("adoption.standings", wrong_standings(), _("Varje införandegrad är det som stegen säger.")),
        ("adoption.vectors", wrong_vectors(), _("Varje vektor är det som införandegraderna säger.")),
    ):
        faults = list(found)[:MOST_TOLD]
        yield name, not faults, "; ".join(faults) or right


def wrong_standings():
    """Bodies whose byte is not what their steps and openings add up to."""
    kept = {(thing, body): stage for thing, body, stage in Standing.objects.values_list("thing", "body", "stage")}
    steps = AdoptionStep.objects.order_by("thing_id", "body_id", "id").values_list(
        "thing_id", "body_id", "id", "stage", "happened_on", "corrects_id", "opening"
    )
    for who, rows in groupby(steps.iterator(5000), key=lambda row: row[:2]):
        told = byte_of(Entry(pk, AdoptionStage(stage), day, c, o is not None) for _t, _b, pk, stage, day, c, o in rows)
        if kept.pop(who, None) != told:
            yield f"thing {who[0]}, body {who[1]}: the standing differs from its steps ({told})"
    for (thing, body), stage in kept.items():
        if stage:
            yield f"thing {thing}, body {body}: stage {stage} and no step at all"


def wrong_vectors():
    """Things whose vector, with the marks over it, is not their bodies' standings."""
    for thing in Thing.objects.order_by("pk"):
        found = lay(thing)
        if bytes_from_standings(thing.pk, found.frame) != found.stages.tobytes():
            yield f"thing {thing.pk}: the vector differs from the standings"
