"""The round as a map: one tile per municipality, or per county, each showing how far it has come."""

from django.utils.translation import gettext as _

from vaxel.rounds.domain.state import Outcome, outcome
from vaxel.rounds.queries.tiles import tiles

COMPILED, ANSWERED, JOINT, DECLINED, RECEIVED, SENT, MISSING, NOT_ASKED, HIDDEN = (
    "compiled answered joint declined received sent missing not_asked hidden".split()
)
_OF_OUTCOME = {
    Outcome.SENT: SENT,
    Outcome.RECEIVED: RECEIVED,
    Outcome.ANSWERED: ANSWERED,
    Outcome.NOTHING_TO_REPORT: ANSWERED,
    Outcome.DECLINED: DECLINED,
    Outcome.NOT_ASKED: NOT_ASKED,
}
SHARES = ((1, "all"), (0.75, "most"), (0.5, "half"), (0.25, "some"), (0, "few"))


def states(*, asks=True):
    """In order of how far they have come; the legend shows those that are on the map."""
    return [
        {"key": COMPILED, "label": _("sammanställt"), "look": "s4"},
        {"key": DECLINED, "label": _("avstod"), "look": "s3"},
        {"key": ANSWERED, "label": _("svarat"), "look": "s2"},
        {"key": JOINT, "label": _("svarat gemensamt"), "look": "s2"},
        {"key": RECEIVED, "label": _("mottaget") if asks else _("bekräftat"), "look": "s1" if asks else "s3"},
        {"key": SENT, "label": _("inte mottaget än") if asks else _("inte bekräftat än"), "look": "s0"},
        {"key": MISSING, "label": _("har inte svarat") if asks else _("har inte bekräftat"), "look": "need"},
        {"key": NOT_ASKED, "label": _("inte tillfrågad"), "look": "none"},
    ]


def key_of(state, *, compiled, urgent, asks, joint=False):
    """`urgent`: the day is near or past, so what is missing needs somebody; `joint`: a county's joint answer stands for it."""
    key = _OF_OUTCOME[outcome(state)]
    waits = key in {SENT, RECEIVED} if asks else key == SENT
    if waits and urgent:
        return MISSING
    if key != ANSWERED:
        return key
    return COMPILED if compiled else JOINT if joint else ANSWERED


def municipalities(day, keys, *, link, own):
    """`keys` is body → state of those asked; the rest of the 290 are not asked."""
    for tile in tiles("municipalities", day):
        state = keys.get(tile.body_id, NOT_ASKED)
        yield _tile(tile, state, link(tile.body_id, state), own)


def counties(day, shares, *, link, own):
    """`shares` is county → (done, asked)."""
    for tile in tiles("counties", day):
        done, asked = shares.get(tile.body_id, (0, 0))
        state = _share(done, asked)
        said = (
            _("%(name)s: %(done)s av %(asked)s") % {"name": tile.name, "done": done, "asked": asked}
            if asked and done is not None
            else ""
        )
        yield _tile(tile, state, link(tile.body_id, state) if asked and done is not None else "", own) | (
            {"title": said} if said else {}
        )


def _share(done, asked):
    """`done` is None where it would tell who."""
    if not asked:
        return NOT_ASKED
    return HIDDEN if done is None else next(key for least, key in SHARES if done >= least * asked)


def county_states():
    return [
        {"key": "all", "label": _("alla"), "look": "s4"},
        {"key": "most", "label": _("minst tre fjärdedelar"), "look": "s3"},
        {"key": "half", "label": _("minst hälften"), "look": "s2"},
        {"key": "some", "label": _("minst en fjärdedel"), "look": "s1"},
        {"key": "few", "label": _("färre än en fjärdedel"), "look": "s0"},
        {"key": HIDDEN, "label": _("visas inte: skulle peka ut någon"), "look": "s0"},
        {"key": NOT_ASKED, "label": _("inte tillfrågat"), "look": "none"},
    ]


def _tile(tile, state, href, own):
    return {
        "column": tile.column,
        "row": tile.row,
        "label": tile.name,
        "state": state,
        "href": href,
        "own": tile.body_id in own,
    }
