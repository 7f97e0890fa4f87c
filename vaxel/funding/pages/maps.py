"""Money on a map of tiles: per inhabitant in a few classes, or more and less than before. No ranking: a place, not a list."""

from django.utils.translation import gettext as _

from vaxel.funding.domain.per_head import class_of, classes
from vaxel.funding.queries.areas import codes_of
from vaxel.funding.templatetags.kronor import bare, kronor
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.queries.tiles import tiles

OUTSIDE = "outside"
LAYOUTS = {"municipality": "municipalities", "county": "counties", "region": "counties"}
LOOKS = ("s0", "s1", "s2", "s3", "s4")


def has_map(kind) -> bool:
    return kind in LAYOUTS


def per_head_map(lines, kind, day, own=frozenset()):
    """What each is paid per inhabitant. A region is drawn where its county lies."""
    value = {line.code: line.per_head_ore for line in lines}
    known = [one for one in value.values() if one is not None]
    steps = classes(known)
    if len(steps) == 1:
        return {"alike": _("Alla får lika mycket per invånare: %(sum)s.") % {"sum": kronor(steps[0][0])}}
    looks = LOOKS[-len(steps) :] if len(steps) < len(LOOKS) else LOOKS
    states = [
        {"key": str(place), "label": _("%(low)s–%(high)s per invånare") % {"low": bare(low), "high": kronor(high)} if low != high else _("%(sum)s per invånare") % {"sum": kronor(low)}, "look": looks[place]}
        for place, (low, high) in enumerate(steps)
    ]  # fmt: skip
    drawn = [_tile(tile, code, value, steps, own) for tile, code in _placed(kind, day)]
    return {
        "tiles": drawn,
        "states": _present(drawn, [*states, {"key": OUTSIDE, "label": _("får inget här"), "look": "none"}]),
    }


def _tile(tile, code, value, steps, own):
    one = value.get(code)
    made = {"column": tile.column, "row": tile.row, "label": tile.name, "own": tile.body_id in own, "state": OUTSIDE}
    if one is not None:
        made |= {
            "state": str(class_of(one, steps)),
            "title": f"{tile.name}: {_('%(sum)s per invånare') % {'sum': kronor(one)}}",
        }
    return made


def change_map(differences, kind, day, own=frozenset()):
    """More, less or the same."""
    change = {one.code: one.change for one in differences if one.kind == kind}
    drawn = [_changed(tile, change.get(code), own) for tile, code in _placed(kind, day)]
    states = [
        {"key": "more", "label": _("får mer"), "look": "s4"},
        {"key": "same", "label": _("får lika mycket"), "look": "s1"},
        {"key": "less", "label": _("får mindre"), "look": "s0"},
        {"key": OUTSIDE, "label": _("får inget här"), "look": "none"},
    ]
    return {"tiles": drawn, "states": _present(drawn, states)}


def _changed(tile, change, own):
    made = {"column": tile.column, "row": tile.row, "label": tile.name, "own": tile.body_id in own, "state": OUTSIDE}
    if change is not None:
        state = "more" if change > 0 else "less" if change < 0 else "same"
        made |= {"state": state, "title": f"{tile.name}: {'+' if change > 0 else ''}{kronor(change)}"}
    return made


def _placed(kind, day):
    """Tiles with the code of whoever stands there: the county's is the region's."""
    codes = codes_of(Kind.MUNICIPALITY if kind == "municipality" else Kind.COUNTY, day)
    return [(tile, codes.get(tile.body_id, "")) for tile in tiles(LAYOUTS[kind], day)]


def _present(drawn, states):
    seen = {tile["state"] for tile in drawn}
    return [state for state in states if state["key"] in seen]
