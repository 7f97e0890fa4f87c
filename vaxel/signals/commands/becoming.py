"""A signal becomes something: made from it, with a reference both ways; told of when that has been fed back."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.signals import permissions, policies
from vaxel.signals.commands import mail, steps
from vaxel.signals.commands.handling import merged_into
from vaxel.signals.destinations import destination
from vaxel.signals.domain.kinds import Act, SignalState, Step
from vaxel.signals.models import LedTo, Signal, SignalStep
from vaxel.ui.refusal import Refusal


def become(signal, what, *, by, key=None, received_at) -> LedTo:
    """`what` is a destination's key, with its choice behind a colon where it has one ("retirement:12").

    Made once however often the form is sent. What is merged into the signal has led to the same thing.
    """
    name, _colon, choice = what.partition(":")
    chosen = destination(name)
    if chosen is None:
        raise Refusal(_("Välj vad signalen ska bli."), field="destination")
    with transaction.atomic():
        (now,) = steps.locked(signal)
        if steps.told_already(now, Step.BECOME, key):
            return LedTo.objects.filter(signal=now, destination=chosen.key).latest("id")
        permissions.require(permissions.handles(by, now) and chosen.may(by))
        policies.allow(Act.BECOME, now)
        group = [now, *merged_into(now)]
        made = chosen.make(group, by, choice)
        for one in group:
            LedTo.objects.create(signal=one, destination=chosen.key, object_id=made, at=clock.now(), by=by.person_id)
            steps.write(one, Step.BECOME, by=by, key=key if one is now else None, received_at=received_at)
    steps.show(signal, now)
    return LedTo.objects.get(signal=signal, destination=chosen.key, object_id=made)


def fed_back(key_of_destination, object_id, *, text, by=SYSTEM, received_at) -> int:
    """What it led to is written: every author is told and reads it beside their own words. How many signals."""
    with transaction.atomic():
        links = LedTo.objects.filter(destination=key_of_destination, object_id=object_id, fed_back_at=None)
        signals = Signal.objects.filter(led_to__in=links).distinct().order_by("pk")
        told = steps.locked(*signals)
        for one in told:
            _told(one, links, text, by, received_at)
        number = links.update(fed_back_at=received_at)
        steps.forget_served(*told)
        return number


def _told(one, links, text, by, received_at) -> SignalStep:
    others = LedTo.objects.filter(signal=one, fed_back_at=None).exclude(pk__in=links.values("pk"))
    if one.state != SignalState.WITHDRAWN:
        one.answered_at = one.answered_at or received_at
    step = steps.write(one, Step.FED_BACK, by=by, received_at=received_at, note=text, more_to_come=others.exists())
    mail.told(one, step)
    return step
