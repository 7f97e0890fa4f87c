"""The kinds of body, levels and trees: the words of glossary.md as data that the whole house shares."""

from enum import StrEnum


class Kind(StrEnum):
    NATION = "nation"
    SECRETARIAT = "secretariat"
    AGENCY = "agency"
    HEALTHCARE_REGION = "healthcare_region"
    RESOURCE_CENTRE = "resource_centre"
    COUNTY = "county"
    REGION = "region"
    MUNICIPALITY = "municipality"
    UNIT = "unit"
    USER_ORGANISATION = "user_organisation"
    SUPPORT_STRUCTURE = "support_structure"
    GROUP = "group"


PRINCIPALS = frozenset({Kind.REGION, Kind.MUNICIPALITY})

# A body's kinds on a day as bits: one body may be several (Gotland is a region and a municipality, and counts in both).
BIT = {kind: 1 << place for place, kind in enumerate(Kind)}


def mask(kinds: "frozenset[Kind] | set[Kind]") -> int:
    """Sum of bits, 0 to 4095: fits an unsigned 16-bit place in a frame."""
    return sum(BIT[kind] for kind in kinds)


def kinds_in(bits: int) -> frozenset[Kind]:
    """What `mask` was made of."""
    return frozenset(kind for kind, bit in BIT.items() if bits & bit)


class Tree(StrEnum):
    GOVERNANCE = "governance"
    STATE = "state"
    NODE = "node"


class Extent(StrEnum):
    WHOLE = "whole"
    PART = "part"


class Role(StrEnum):
    SECRETARIAT = "secretariat"
    COORDINATOR = "coordinator"
    CONTACT = "contact"
    APPROVER = "approver"
    REGISTRAR = "registrar"
    CONTROLLER = "controller"
    PROCESS_LEADER = "process_leader"
    MEMBER = "member"


class Lineage(StrEnum):
    MERGED = "merged"
    SPLIT = "split"
    RENAMED = "renamed"
    TAKEN_OVER = "taken_over"
