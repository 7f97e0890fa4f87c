"""The thing on a map: the 290 by stage for those who may see names, else the 21 by how great a part uses it."""

from django.utils.translation import gettext as _

from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.pages.thing.counties import shown
from vaxel.adoption.words import DOES, LOOKS
from vaxel.rounds.queries.tiles import tiles

HIDDEN, OUTSIDE = "hidden", "outside"
SHARES = ((1, "all"), (0.75, "most"), (0.5, "half"), (0.25, "some"), (0, "few"))
LEFT = "left"  # not relevant and retired: neither is on the line


def by_stage(day, stages, own):
    """One tile per municipality; those it is not meant for, or that one may not see, lie outside."""
    return [_tile(tile, _key(stages.get(tile.body_id)), own) for tile in tiles("municipalities", day)]


def _key(stage):
    if stage is None:
        return OUTSIDE
    return LEFT if stage in {AdoptionStage.NOT_RELEVANT, AdoptionStage.RETIRED} else str(int(stage))


def stage_states():
    order = (
        AdoptionStage.FULL_USE, AdoptionStage.INITIAL_USE, AdoptionStage.INSTALLING, AdoptionStage.EXPLORING,
        AdoptionStage.NONE,
    )  # fmt: skip
    return [
        *({"key": str(int(stage)), "label": DOES[stage], "look": LOOKS[stage]} for stage in order),
        {"key": LEFT, "label": _("inte aktuellt, eller har slutat använda"), "look": "none"},
        {"key": OUTSIDE, "label": _("inte tänkt för dem"), "look": "none"},
    ]


def by_county(day, tallies, own):
    told = shown(tallies)
    return [_county(tile, tallies.get(tile.body_id), told.get(tile.body_id), own) for tile in tiles("counties", day)]


def _county(tile, tally, told, own):
    """The table beside it and the map say the same, and no more."""
    known = told is not None and (told[1] is not None or tile.body_id in own)
    made = _tile(tile, _share(tally, known=known), own)
    if tally and known:
        made["title"] = _("%(name)s: %(some)s av %(all)s använder") % {
            "name": tile.name,
            "some": tally.in_use,
            "all": tally.total,
        }
    return made


def _share(tally, *, known):
    if not tally or not tally.total:
        return OUTSIDE
    if not known:
        return HIDDEN
    return next(key for least, key in SHARES if tally.in_use >= least * tally.total)


def share_states():
    return [
        {"key": "all", "label": _("alla använder"), "look": "s4"},
        {"key": "most", "label": _("minst tre fjärdedelar"), "look": "s3"},
        {"key": "half", "label": _("minst hälften"), "look": "s2"},
        {"key": "some", "label": _("minst en fjärdedel"), "look": "s1"},
        {"key": "few", "label": _("färre än en fjärdedel"), "look": "s0"},
        {"key": HIDDEN, "label": _("visas inte: så få att det skulle peka ut någon"), "look": "none"},
        {"key": OUTSIDE, "label": _("inte tänkt för dem"), "look": "none"},
    ]


def present(tiles_, states):
    """Only the states that some tile is in: a legend of noughts says nothing."""
    seen = {tile["state"] for tile in tiles_}
    return [state for state in states if state["key"] in seen]


def _tile(tile, state, own):
    return {"column": tile.column, "row": tile.row, "label": tile.name, "state": state, "own": tile.body_id in own}
