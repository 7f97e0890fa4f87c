"""What an address names; who may see it is decided before."""

from django.shortcuts import get_object_or_404

from vaxel.accounts.access import Rule
from vaxel.adoption.models import AdoptionStep, Thing
from vaxel.adoption.permissions import names_seen, reads_own
from vaxel.adoption.queries.stages import named
from vaxel.adoption.queries.vectors import lay
from vaxel.calendar.clock import today
from vaxel.network.models import Body
from vaxel.network.queries.asof import at


def thing_of(number) -> Thing:
    return get_object_or_404(Thing.objects.select_related("owner", "replaced_by"), pk=number)


def body_of(number) -> Body:
    """With the name of today."""
    body = get_object_or_404(Body, pk=number)
    body.name = at(today()).names([body]).get(body.pk, "")
    return body


def _reads_open(request, body, thing, **_parts):
    """The body itself; others once something is open, where they see the body by name."""
    if reads_own(request.actor, body):
        return True
    found = Thing.objects.filter(pk=thing).first()
    names = found and names_seen(request.actor, found)
    if not names or not AdoptionStep.objects.filter(thing=thing, body=body).exclude(opening=None).exists():
        return False
    return body in named(lay(found), names)


READS_STEPS = Rule("reads_steps", _reads_open)
