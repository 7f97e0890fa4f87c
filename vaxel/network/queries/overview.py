"""The whole network as of a day: how many there are, the tree of who belongs where, and the tiles of the map."""

from collections import defaultdict
from dataclasses import dataclass, field

from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Identity, Population, Tie, TilePlace

LEVELS = (Kind.HEALTHCARE_REGION, Kind.COUNTY, Kind.REGION, Kind.MUNICIPALITY)
BESIDE = (
    Kind.SECRETARIAT,
    Kind.AGENCY,
    Kind.RESOURCE_CENTRE,
    Kind.SUPPORT_STRUCTURE,
    Kind.USER_ORGANISATION,
    Kind.GROUP,
)


@dataclass(frozen=True)
class Named:
    id: int
    kind: Kind
    code: str
    name: str
    short_name: str

    @property
    def label(self):
        return self.short_name or self.name


@dataclass
class Branch:
    body: Named
    counties: list["Branch"] = field(default_factory=list)
    regions: list[Named] = field(default_factory=list)
    municipalities: list[Named] = field(default_factory=list)


@dataclass(frozen=True)
class Overview:
    """`counts`: bodies per kind; `tree`: healthcare regions with their counties; `beside`: everyone else, by kind."""

    counts: dict[Kind, int]
    tree: list[Branch]
    beside: list[tuple[Kind, list[Named]]]


def overview(day) -> Overview:
    """Two queries."""
    named = _named(day)
    by_kind = defaultdict(list)
    for body in named:
        by_kind[body.kind].append(body)
    children = _children(day)
    return Overview(
        counts={kind: len(by_kind[kind]) for kind in LEVELS},
        tree=[_branch(region, by_kind, children) for region in by_kind[Kind.HEALTHCARE_REGION]],
        beside=[(kind, by_kind[kind]) for kind in BESIDE if by_kind[kind]],
    )


def _named(day):
    rows = Identity.objects.at(day).exclude(kind=Kind.UNIT).values_list("body_id", "kind", "code", "name", "short_name")
    bodies = [Named(body, Kind(kind), code, name, short) for body, kind, code, name, short in rows]
    return sorted(bodies, key=lambda body: swedish_key(body.name))


def _children(day):
    children = defaultdict(set)
    ties = Tie.objects.at(day).filter(tree=Tree.GOVERNANCE).exclude(child__kind=Kind.UNIT)
    for parent, child in ties.values_list("parent_id", "child_id"):
        children[parent].add(child)
    return children


def _branch(region, by_kind, children):
    """A county in two healthcare regions stands in both, each time with the municipalities that go there."""
    within = children[region.id]
    counties = [county for county in by_kind[Kind.COUNTY] if county.id in within]
    return Branch(region, counties=[_county(county, within, by_kind, children) for county in counties])


def _county(county, within, by_kind, children):
    below = children[county.id]
    own = [body for body in by_kind[Kind.MUNICIPALITY] if body.id in below]
    # Those with a tie of their own to a healthcare region follow it; the others follow their county.
    tied = {body.id for region in by_kind[Kind.HEALTHCARE_REGION] for body in own if body.id in children[region.id]}
    return Branch(
        county,
        regions=[body for body in by_kind[Kind.REGION] if body.id in below],
        municipalities=[body for body in own if body.id in within or body.id not in tied],
    )


def tiles(day, layout, kind):
    """[(column, row, body id, name, population or None)] of the bodies that existed that day. Three queries."""
    names = dict(Identity.objects.at(day).filter(kind=kind).values_list("body_id", "name"))
    people = dict(
        Population.objects.filter(kind=kind, reference_date__lte=day)
        .order_by("reference_date")
        .values_list("body_id", "people")
    )
    places = TilePlace.objects.filter(layout=layout).order_by("row", "column")
    return [
        (place.column, place.row, place.body_id, names[place.body_id], people.get(place.body_id))
        for place in places
        if place.body_id in names
    ]
