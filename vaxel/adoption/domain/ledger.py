"""A body's ledger for one thing: steps are added, never changed; what holds is reckoned from all of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from vaxel.adoption.domain.stages import AdoptionStage, packed


@dataclass(frozen=True)
class Entry:
    """`corrects` is the id of an earlier step that should not have been; `is_open`: others may see this one."""

    id: int
    stage: AdoptionStage
    happened_on: dt.date
    corrects: int | None = None
    is_open: bool = False


def holding(entries: Iterable[Entry]) -> list[Entry]:
    """Those that no other corrects, in the order they happened; of one day the latest registered goes last.

    A correction's own correction does not bring back the first step: what is right is always said anew.
    """
    kept = list(entries)
    corrected = {entry.corrects for entry in kept} - {None}
    return sorted((entry for entry in kept if entry.id not in corrected), key=lambda one: (one.happened_on, one.id))


def stage_at(entries: Iterable[Entry], day: dt.date | None = None) -> AdoptionStage:
    """The stage that held on the day (the present one without a day), as the ledger knows it now."""
    held = [one for one in holding(entries) if day is None or one.happened_on <= day]
    return held[-1].stage if held else AdoptionStage.NONE


def byte_of(entries: Iterable[Entry]) -> int:
    """Own and shown stage. What others see is the ledger as if it held the open steps alone: a correction that only
    the body has seen so far does not yet take away what it corrects.
    """
    kept = list(entries)
    return packed(stage_at(kept), stage_at(one for one in kept if one.is_open))
