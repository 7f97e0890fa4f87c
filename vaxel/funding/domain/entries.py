"""What can happen to a krona in the ledger, one word each, and between whom it then moves.

A movement is one entry: out of its source and into its target, so that nothing can be posted on one side alone.
Outside (no source, no target) lie the state's purse and what has been used up.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    POT = "pot"  # the state sets a stream's money aside at whoever pays it out
    GRANTED = "granted"  # from the payer to a receiver: its share to the öre
    ROUNDED_POT = "rounded_pot"  # where nearest rounding gives out more than the pot: the named difference
    ROUNDED_UP = "rounded_up"  # what a payout in whole kronor adds to the sum of its shares
    ROUNDED_DOWN = "rounded_down"  # what it takes from it: from the receiver back to the payer
    REQUISITIONED = "requisitioned"  # paid out on request: moves nothing, the money was the body's already
    DECLINED = "declined"  # a return line: goes back, and is never shared out anew unless the decision says so
    LAPSED = "lapsed"  # a return line: not requisitioned in time
    SHARED_ANEW = "shared_anew"  # what was returned comes back to the payer, where the decision says so
    POOLED = "pooled"  # a party's part of a joint purpose, to its host
    PASSED_ON = "passed_on"  # by contract, to a body that does the work
    FEE = "fee"  # for a service that many pay for
    USED = "used"  # as the body itself has reported
    DISALLOWED = "disallowed"  # reported as used, and not accepted: it is at the body again, to be repaid
    CARRIED_OUT = "carried_out"  # the year is closed with this left
    CARRIED_IN = "carried_in"  # the next year opens with what the closing entry says; refers to it
    TO_REPAY = "to_repay"  # claimed back: moves nothing until it is repaid
    JUSTIFIED = "justified"  # less to repay: the body has shown that it was right
    WRITTEN_OFF = "written_off"  # less to repay: the payer gives up the claim
    REPAID = "repaid"


BETWEEN = frozenset({
    EntryKind.GRANTED, EntryKind.ROUNDED_UP, EntryKind.ROUNDED_DOWN, EntryKind.POOLED, EntryKind.PASSED_ON,
    EntryKind.FEE,
})  # fmt: skip
INTO = frozenset({
    EntryKind.POT, EntryKind.ROUNDED_POT, EntryKind.SHARED_ANEW, EntryKind.DISALLOWED, EntryKind.CARRIED_IN,
})  # fmt: skip
OUT_OF = frozenset({
    EntryKind.DECLINED, EntryKind.LAPSED, EntryKind.USED, EntryKind.CARRIED_OUT, EntryKind.REPAID,
})  # fmt: skip
# Said of a body, moves nothing: the body is the source.
NOTED = frozenset({EntryKind.REQUISITIONED, EntryKind.TO_REPAY, EntryKind.JUSTIFIED, EntryKind.WRITTEN_OFF})
OWN_KINDS = frozenset({EntryKind.USED, EntryKind.REPAID})  # what a body enters by hand, and may correct by hand
RETURNS = frozenset({EntryKind.DECLINED, EntryKind.LAPSED, EntryKind.REPAID})


@dataclass(frozen=True)
class Pocket:
    """Whose, of which stream, for which year: what is never mixed up without an entry that says so."""

    node: int
    stream: int
    year: int


@dataclass(frozen=True)
class Entry:
    """`ore` is more than nought; which way it goes, the kind and the two ends say.

    `reverses`: an entry that should not have been. This one has its kind, its ends and its sum, and undoes it from
    this entry's day on; the first stays where it stands.
    """

    id: int
    day: dt.date
    kind: EntryKind
    ore: int
    stream: int
    year: int
    source: int | None = None
    target: int | None = None
    refers_to: int | None = None
    reverses: int | None = None

    @property
    def signed(self) -> int:
        return -self.ore if self.reverses is not None else self.ore

    @property
    def nodes(self) -> tuple[int, ...]:
        """Those it concerns, the source first."""
        return tuple(node for node in (self.source, self.target) if node is not None)

    def effect(self, node: int) -> int:
        """What it adds to what is left at the node, in öre."""
        if self.kind in NOTED:
            return 0
        return self.signed * ((self.target == node) - (self.source == node))


def well_formed(entry: Entry) -> bool:
    """Has it the ends that its kind asks for? The same is a constraint in the database."""
    ends = (entry.source is not None, entry.target is not None)
    if entry.kind in BETWEEN:
        right = ends == (True, True) and entry.source != entry.target
    else:
        right = ends == ((False, True) if entry.kind in INTO else (True, False))
    return right and entry.ore > 0 and (entry.kind != EntryKind.CARRIED_IN or entry.refers_to is not None)
