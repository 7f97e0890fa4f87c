"""The counties by how great a part of their money is left. Of so few bodies that it would tell, only who follows it sees."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.templatetags.kronor import mkr
from vaxel.rounds.domain.hiding import TOGETHER, held_back
from vaxel.rounds.queries.few import home_of
from vaxel.rounds.queries.tiles import tiles

HIDDEN, OUTSIDE = "hidden", "outside"
PARTS = ((1, "all"), (0.5, "most"), (0.25, "some"), (0, "few"))


def counties(sums, actor, *, everything):
    home = home_of(actor)
    held = set() if everything else _held_back(sums)
    return [
        _tile(tile, sums.get(tile.body_id), home, held, everything=everything) for tile in tiles("counties", today())
    ]


def _held_back(sums):
    """Those of so few, and those that they could be reckoned from: the whole is shown."""
    nodes = sorted(sums)
    return {nodes[place] for place in held_back([sums[node].bodies for node in nodes], TOGETHER)}


def _tile(tile, found, home, held, *, everything):
    """In kronor only for its own and for who follows the money: one day less another would be somebody's."""
    own = tile.body_id in home
    seen = own or tile.body_id not in held
    state = _state(found) if seen else HIDDEN
    made = {"column": tile.column, "row": tile.row, "label": tile.name, "state": state, "own": own}
    if (own or everything) and found and found.had:
        said = {"name": tile.name, "left": mkr(found.left), "all": mkr(found.had)}
        made["title"] = _("%(name)s: %(left)s kvar av %(all)s") % said
    return made


def _state(found):
    if not found or not found.had:
        return OUTSIDE
    if found.left <= 0:
        return "none"
    return next(key for least, key in PARTS if found.left >= least * found.had)


def states(drawn):
    told = [
        {"key": "all", "label": _("allt kvar"), "look": "s4"},
        {"key": "most", "label": _("minst hälften kvar"), "look": "s3"},
        {"key": "some", "label": _("minst en fjärdedel kvar"), "look": "s2"},
        {"key": "few", "label": _("mindre än en fjärdedel kvar"), "look": "s1"},
        {"key": "none", "label": _("inget kvar"), "look": "s0"},
        {"key": HIDDEN, "label": _("visas inte: så få mottagare att det skulle peka ut någon"), "look": "none"},
        {"key": OUTSIDE, "label": _("har inte fått medel"), "look": "none"},
    ]
    seen = {tile["state"] for tile in drawn}
    return [state for state in told if state["key"] in seen]
