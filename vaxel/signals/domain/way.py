"""Where a signal begins and where it can go next: the body's own, county, resource centre, nation."""

from vaxel.network.domain.kinds import Kind
from vaxel.signals.domain.kinds import Level

LEVEL_OF = {
    Kind.COUNTY: Level.COUNTY,
    Kind.HEALTHCARE_REGION: Level.RESOURCE_CENTRE,
    Kind.SECRETARIAT: Level.NATION,
}
# A level's own signal has been weighed there already, so it begins one step up.
_BEGINS = {
    Kind.COUNTY: Level.RESOURCE_CENTRE,
    Kind.HEALTHCARE_REGION: Level.NATION,
    Kind.RESOURCE_CENTRE: Level.NATION,
    Kind.SECRETARIAT: Level.NATION,
    Kind.NATION: Level.NATION,
    Kind.AGENCY: Level.NATION,
}
_NEXT = {Level.OWN: Level.COUNTY, Level.COUNTY: Level.RESOURCE_CENTRE, Level.RESOURCE_CENTRE: Level.NATION}
_KIND_OF = {Level.COUNTY: Kind.COUNTY, Level.RESOURCE_CENTRE: Kind.HEALTHCARE_REGION, Level.NATION: Kind.SECRETARIAT}


def level_of(kind: Kind) -> Level:
    """The level of a desk of that kind; everybody else's desk is their own."""
    return LEVEL_OF.get(kind, Level.OWN)


def begins_at(kind: Kind | None, *, speaks_for_body: bool, own_first: bool) -> Level:
    """`kind` of the author's body, None for the public. Who does not speak for the body is heard there first."""
    if kind is None:
        return Level.COUNTY
    if kind in _BEGINS:
        return _BEGINS[kind]
    return Level.COUNTY if speaks_for_body and not own_first else Level.OWN


def next_level(level: Level) -> Level | None:
    return _NEXT.get(level)


def desk_kind(level: Level) -> Kind | None:
    """Which kind of body has the desk; None for the body's own, whatever it is."""
    return _KIND_OF.get(level)
