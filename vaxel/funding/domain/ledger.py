"""One-money ledger down the chain: state, secretariat, county, region and municipality (S3; S0 app. 4; S2 2.3).

Each krona is in one place at a time and is counted once per level. Amounts are whole öre. A node is a body's number.
Riksrevisionen: it is hard to tell how much of a grant is left. `left` tells it, at any node and any day.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from vaxel.funding.domain.entries import NOTED, RETURNS, Entry, EntryKind, Pocket

K = EntryKind


@dataclass(frozen=True)
class Standing:
    """A node's money in one or many pockets, in öre. `left` may be used; of it `owed` is to be repaid."""

    granted: int = 0  # from the payer, rounding included
    requisitioned: int = 0
    received: int = 0  # by contract, fee or pool, from another body
    pooled: int = 0  # out, to a joint purpose
    passed_on: int = 0  # out, by contract or as a fee
    shared_out: int = 0  # the payer's: granted to others
    used: int = 0
    declined: int = 0
    lapsed: int = 0
    repaid: int = 0
    owed: int = 0  # claimed back, and neither repaid, justified nor written off
    carried_out: int = 0
    carried_in: int = 0
    left: int = 0

    @property
    def free(self) -> int:
        return self.left - self.owed

    @property
    def to_requisition(self) -> int:
        return self.granted - self.requisitioned - self.declined - self.lapsed

    @property
    def exchanged(self) -> int:
        """What other bodies have added, less what they have been given: joint posts, contracts and fees."""
        return self.received - self.pooled - self.passed_on - self.shared_out

    @property
    def returned(self) -> int:
        return self.declined + self.lapsed + self.repaid


# kind → (what it adds to at the source, at the target); a minus takes from it.
COLUMNS: Mapping[EntryKind, tuple[str, str]] = {
    K.POT: ("", "granted"),
    K.GRANTED: ("shared_out", "granted"),
    K.ROUNDED_POT: ("", "granted"),
    K.ROUNDED_UP: ("shared_out", "granted"),
    K.ROUNDED_DOWN: ("-granted", "-shared_out"),
    K.REQUISITIONED: ("requisitioned", ""),
    K.DECLINED: ("declined", ""),
    K.LAPSED: ("lapsed", ""),
    K.SHARED_ANEW: ("", "granted"),
    K.POOLED: ("pooled", "received"),
    K.PASSED_ON: ("passed_on", "received"),
    K.FEE: ("passed_on", "received"),
    K.USED: ("used", ""),
    K.DISALLOWED: ("", "-used"),
    K.CARRIED_OUT: ("carried_out", ""),
    K.CARRIED_IN: ("", "carried_in"),
    K.TO_REPAY: ("owed", ""),
    K.JUSTIFIED: ("-owed", ""),
    K.WRITTEN_OFF: ("-owed", ""),
    K.REPAID: ("repaid -owed", ""),
}


def standing(entries: Iterable[Entry], node: int, day: dt.date | None = None) -> Standing:
    """How the node's money stands at the end of the day (without a day: after all that is entered)."""
    sums: dict[str, int] = defaultdict(int)
    for entry in entries:
        if (day is None or entry.day <= day) and node in entry.nodes:
            sums["left"] += entry.effect(node)
            for column, sign in _columns(entry, node):
                sums[column] += sign * entry.signed
    return Standing(**sums)


def _columns(entry: Entry, node: int) -> Iterable[tuple[str, int]]:
    at_source, at_target = COLUMNS[entry.kind]
    words = f"{at_source if entry.source == node else ''} {at_target if entry.target == node else ''}".split()
    return [(word.removeprefix("-"), -1 if word.startswith("-") else 1) for word in words]


def left(entries: Iterable[Entry], node: int, day: dt.date | None = None) -> int:
    """What is left at the node at the end of the day, in öre: at its disposal, paid out to it or not."""
    return sum(entry.effect(node) for entry in entries if day is None or entry.day <= day)


def lowest(entries: Iterable[Entry], pocket: Pocket, since: dt.date) -> int:
    """The least that is left in the pocket at the end of any day from `since` on: what can still be taken out then.

    Money that leaves on an earlier day than one on which it was already taken would be used twice.
    """
    own = sorted((one for one in entries if in_pocket(one, pocket)), key=lambda one: one.day)
    at_start = sum(one.effect(pocket.node) for one in own if one.day <= since)
    least, now = at_start, at_start
    later: dict[dt.date, int] = defaultdict(int)
    for one in own:
        if one.day > since:
            later[one.day] += one.effect(pocket.node)
    for day in sorted(later):
        now += later[day]
        least = min(least, now)
    return least


def in_pocket(entry: Entry, pocket: Pocket) -> bool:
    return pocket.node in entry.nodes and (entry.stream, entry.year) == (pocket.stream, pocket.year)


@dataclass(frozen=True)
class LevelTotal:
    """All bodies of one level together: what only moves between two of them is no money in and no money out."""

    came_in: int = 0
    went_on: int = 0  # to another level
    used: int = 0
    returned: int = 0
    left: int = 0


def levels(
    entries: Iterable[Entry], level_of: Callable[[int], str], day: dt.date | None = None
) -> dict[str, LevelTotal]:
    """Per level: came_in = went_on + used + returned + left. A krona that passes four levels is once in each."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        if (day is None or entry.day <= day) and entry.kind not in NOTED:
            _post(sums, entry, level_of)
    return {level: LevelTotal(**totals) for level, totals in sums.items()}


def _post(sums: dict[str, dict[str, int]], entry: Entry, level_of: Callable[[int], str]) -> None:
    source = level_of(entry.source) if entry.source is not None else None
    target = level_of(entry.target) if entry.target is not None else None
    if source == target:
        return
    if source is not None:
        sums[source]["left"] -= entry.signed
        column, sign = _out_column(entry)
        sums[source][column] += sign * entry.signed
    if target is not None:
        sums[target]["left"] += entry.signed
        column, sign = _in_column(entry)
        sums[target][column] += sign * entry.signed


def _out_column(entry: Entry) -> tuple[str, int]:
    if entry.kind == K.USED:
        return "used", 1
    if entry.kind in RETURNS:
        return "returned", 1
    # Closed in one year and opened in the next: the level has had it all along.
    return ("came_in", -1) if entry.kind in {K.CARRIED_OUT, K.ROUNDED_DOWN} else ("went_on", 1)


def _in_column(entry: Entry) -> tuple[str, int]:
    if entry.kind == K.DISALLOWED:
        return "used", -1
    return ("went_on", -1) if entry.kind == K.ROUNDED_DOWN else ("came_in", 1)


@dataclass(frozen=True)
class Balance:
    """The whole chain: whatever came in is left, used or returned, to the öre."""

    came_in: int
    left: int
    used: int
    returned: int
    under_way: int  # closed in one year and not yet opened in the next

    @property
    def holds(self) -> bool:
        return self.came_in == self.left + self.used + self.returned + self.under_way


def balance(entries: Iterable[Entry], day: dt.date | None = None) -> Balance:
    """`left` is added up node by node, the rest from the entries: two ways of counting that must meet."""
    kept = [entry for entry in entries if day is None or entry.day <= day]
    nodes = {node for entry in kept for node in entry.nodes}
    return Balance(
        came_in=_sum(kept, {K.POT, K.ROUNDED_POT, K.SHARED_ANEW}),
        left=sum(left(kept, node) for node in nodes),
        used=_sum(kept, {K.USED}) - _sum(kept, {K.DISALLOWED}),
        returned=_sum(kept, RETURNS),
        under_way=_sum(kept, {K.CARRIED_OUT}) - _sum(kept, {K.CARRIED_IN}),
    )


def _sum(entries: Iterable[Entry], kinds: Iterable[EntryKind]) -> int:
    wanted = set(kinds)
    return sum(entry.signed for entry in entries if entry.kind in wanted)
