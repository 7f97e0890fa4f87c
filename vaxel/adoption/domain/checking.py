"""A check by a peer: invited by the body itself, seen by it first, shown only if it says so."""

from enum import StrEnum


class CheckState(StrEnum):
    INVITED = "invited"
    DECLINED = "declined"  # by the peer
    TOLD = "told"  # the peer has said what it saw; the body alone sees it
    SHOWN = "shown"
    KEPT = "kept"  # the body keeps it to itself
    WITHDRAWN = "withdrawn"  # the invitation, by the body
