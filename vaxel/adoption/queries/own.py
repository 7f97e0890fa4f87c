"""What a body sees of its own: every thing meant for it, how far it has come, and what nobody else sees yet."""

import datetime as dt
from dataclasses import dataclass

from vaxel.adoption.domain.ledger import Entry, holding, stage_at
from vaxel.adoption.domain.life import ThingState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, Thing
from vaxel.calendar.clock import today
from vaxel.network.models import Identity
from vaxel.rounds.models import Round


@dataclass(frozen=True)
class OwnThing:
    thing: Thing
    stage: AdoptionStage
    since: dt.date | None  # when the present stage happened
    shown: AdoptionStage  # what others see
    opens_on: dt.date | None  # the first day others see more than now; None when all is open
    reached: dict  # stop → the day it was first reached, of those that hold


def own_things(body_id) -> list[OwnThing]:
    """In use first, then by name; also what is not meant for it but it has registered. Four queries."""
    kinds = set(Identity.objects.at(today()).filter(body=body_id).values_list("kind", flat=True))
    steps = _steps(AdoptionStep.objects.filter(body=body_id))
    things = Thing.objects.select_related("owner").order_by("name", "pk")
    mine = [thing for thing in things if kinds & set(thing.target_kinds) or thing.pk in steps]
    mine = [thing for thing in mine if thing.pk in steps or thing.state != ThingState.RETIRED]
    found = [_own(thing, steps.get(thing.pk, [])) for thing in mine]
    return sorted(found, key=lambda one: one.thing.state == ThingState.RETIRED)


def own_thing(thing, body_id, *, open_only=False) -> OwnThing:
    """`open_only`: as others see the body."""
    rows = AdoptionStep.objects.filter(body=body_id, thing=thing)
    rows = rows.exclude(opening=None) if open_only else rows
    return _own(thing, _steps(rows).get(thing.pk, []))


def _steps(rows):
    found: dict[int, list] = {}
    for step in rows.select_related("opening").order_by("pk"):
        found.setdefault(step.thing_id, []).append(step)
    return found


def _own(thing, steps):
    entries = [entry_of(step) for step in steps]
    held = holding(entries)
    waiting = [step.opens_on for step in steps if not hasattr(step, "opening")]
    reached: dict = {}
    for one in held:
        reached.setdefault(one.stage, one.happened_on)
    return OwnThing(
        thing=thing,
        stage=held[-1].stage if held else AdoptionStage.NONE,
        since=held[-1].happened_on if held else None,
        shown=stage_at(one for one in entries if one.is_open),
        opens_on=min(waiting, default=None),
        reached=reached,
    )


def entry_of(step):
    stage = AdoptionStage(step.stage)
    return Entry(step.pk, stage, step.happened_on, step.corrects_id, hasattr(step, "opening"))


@dataclass(frozen=True)
class HistoryStep:
    step: AdoptionStep
    holds: bool
    is_open: bool


def history(thing, body_id) -> list[HistoryStep]:
    """Every step, the latest registered first, those corrected too."""
    rows = AdoptionStep.objects.filter(thing=thing, body=body_id).order_by("-pk")
    steps = list(rows.select_related("opening", "evidence__delivery__round", "corrected_by"))
    return [HistoryStep(step, not hasattr(step, "corrected_by"), hasattr(step, "opening")) for step in steps]


def rounds_of(thing, actor):
    """The rounds that spread it and that the reader may see, the latest first."""
    return list(Round.objects.visible_to(actor).filter(spreads__thing=thing).order_by("-sent_at", "-pk"))
