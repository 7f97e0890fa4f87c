"""Everything a body's page shows, as of a day. As many questions to the database for a unit as for the nation."""

import datetime as dt
from dataclasses import dataclass

from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import FunctionMailbox, Grouping, Identity, Mandate, Neighbour, Peer, Population, Tie
from vaxel.network.models import Succession as SuccessionRow
from vaxel.network.queries.asof import at

LEVEL_ORDER = list(Role)


@dataclass(frozen=True)
class Link:
    id: int
    name: str


@dataclass(frozen=True)
class Step:
    """A body on the way from the nation down."""

    id: int
    kind: Kind
    name: str
    short_name: str


@dataclass(frozen=True)
class Seat:
    """`person` is empty for a vacant seat; `since` is when the seat was taken, or fell vacant."""

    mandate_id: int
    role: Role
    title: str
    deputy: bool
    person_id: int | None
    person: str
    email: str
    phone: str
    since: dt.date
    until: dt.date

    @property
    def vacant(self):
        return self.person_id is None


@dataclass(frozen=True)
class Named:
    kind: Kind
    code: str
    name: str
    since: dt.date
    until: dt.date
    source: str


@dataclass(frozen=True)
class Belonged:
    parent: Link
    tree: str
    part: bool
    since: dt.date
    until: dt.date


@dataclass(frozen=True)
class Lineage:
    kind: str
    day: dt.date
    other: Link
    onward: bool  # True: `other` came after this body; False: before it
    note: str


@dataclass(frozen=True)
class Card:
    id: int
    kind: Kind
    name: str
    short_name: str
    code: str
    exists: bool
    decides_in_two_steps: bool
    levels: list[list[Step]]  # from the nation down, the body itself last
    seats: list[Seat]
    mailbox: str
    names: list[Named]
    ties: list[Belonged]
    lineage: list[Lineage]
    children: dict[Kind, list[Link]]
    people: list[tuple[dt.date, int]]
    groups: list[tuple[str, str]]
    neighbours: list[Link]
    peers: list[Link]

    @property
    def vacancies(self):
        return sum(seat.vacant for seat in self.seats)

    @property
    def belongs_to(self):
        """Names of where it belongs, the nearest first; the nation goes without saying.

        A county is called Dalarna, but Uppsala kommun belongs to Uppsala län.
        """
        above = self.levels[1:-1] if len(self.levels) > 1 else []
        return [self._as_said(step) for level in reversed(above) for step in level]

    def _as_said(self, step):
        short = step.kind == Kind.COUNTY and step.short_name and step.short_name not in self.name
        return step.short_name if short else step.name

    @property
    def stops(self):
        """(names, id or None) of each stop on the line; two names where two levels meet. No name stands twice in a row."""
        stops = []
        for level in self.levels:
            names = [
                step.name if step.kind == Kind.HEALTHCARE_REGION else step.short_name or step.name for step in level
            ]
            if stops and stops[-1][0] == names:
                names = [step.name for step in level]
            stops.append((names, level[0].id if len(level) == 1 else None))
        return stops


def card(body, day) -> Card:
    """`body` as the model; a body that did not exist that day has a card that says so."""
    names = _names(body)
    today = next((name for name in names if name.since <= day < name.until and name.kind == body.kind), None)
    shown = today or names[0]
    neighbours = list(Neighbour.objects.filter(body=body).values_list("neighbour_id", flat=True))
    peers = _peers(body)
    ties, lineage = list(Tie.objects.filter(child=body).order_by("-valid_from", "-id")), _lineage(body)
    others = [*neighbours, *peers, *(tie.parent_id for tie in ties), *(other for _, _, other, _, _ in lineage)]
    called = latest_names(others)
    return Card(
        id=body.pk,
        kind=Kind(body.kind),
        name=shown.name,
        short_name=_short(body, day),
        code=shown.code,
        exists=today is not None,
        decides_in_two_steps=body.decides_in_two_steps,
        levels=[[_step(step) for step in level] for level in at(day).path(body)] if today else [],
        seats=seats(body, day),
        mailbox=FunctionMailbox.objects.at(day).filter(body=body).values_list("address", flat=True).first() or "",
        names=names,
        ties=[_belonged(tie, called) for tie in ties],
        lineage=[
            Lineage(kind, day, Link(other, called[other]), onward, note) for kind, day, other, onward, note in lineage
        ],
        children=_children(body, day) if today else {},
        people=_people(body),
        groups=list(Grouping.objects.at(day).filter(body=body).order_by("scheme").values_list("scheme", "name")),
        neighbours=_links(neighbours, called),
        peers=_links(peers, called),
    )


def seats(body, day) -> list[Seat]:
    """Who acts that day, role by role, deputies after; vacant seats among them."""
    rows = Mandate.objects.at(day).filter(body=body).select_related("person")
    ordered = sorted(rows, key=lambda row: (LEVEL_ORDER.index(row.role), row.deputy, row.valid_from, row.pk))
    return [_seat(row) for row in ordered]


def latest_names(body_ids) -> dict[int, str]:
    """What each was called last, whether or not it still is."""
    rows = Identity.objects.filter(body__in=set(body_ids)).order_by("valid_from")
    return {body: short or name for body, name, short in rows.values_list("body_id", "name", "short_name")}


def _seat(row):
    person = row.person
    return Seat(
        mandate_id=row.pk,
        role=Role(row.role),
        title=row.title,
        deputy=row.deputy,
        person_id=row.person_id,
        person=person.name if person else "",
        email=person.email if person else "",
        phone=person.phone if person else "",
        since=row.valid_from,
        until=row.valid_to,
    )


def _names(body):
    rows = Identity.objects.filter(body=body).order_by("-valid_from", "kind")
    return [Named(Kind(row.kind), row.code, row.name, row.valid_from, row.valid_to, row.source) for row in rows]


def _short(body, day):
    rows = Identity.objects.at(day).filter(body=body, kind=body.kind)
    return rows.values_list("short_name", flat=True).first() or ""


def _step(body):
    return Step(body.pk, Kind(body.named_as), body.name, body.short_name or "")


def _label(body):
    return body.short_name or body.name


def _belonged(tie, called):
    return Belonged(
        Link(tie.parent_id, called[tie.parent_id]), tie.tree, tie.extent == "part", tie.valid_from, tie.valid_to
    )


def _lineage(body):
    after = SuccessionRow.objects.filter(before=body).values_list("kind", "day", "after_id", "note")
    before = SuccessionRow.objects.filter(after=body).values_list("kind", "day", "before_id", "note")
    found = [(kind, day, other, True, note) for kind, day, other, note in after]
    found += [(kind, day, other, False, note) for kind, day, other, note in before]
    return sorted(found, key=lambda row: (row[1], row[2]), reverse=True)


def _children(body, day):
    children = {kind: [] for kind in Kind}
    for child in at(day).children(body).exclude(kind=Kind.UNIT):
        children[Kind(child.named_as)].append(Link(child.pk, _label(child)))
    if body.kind == Kind.NATION:
        children[Kind.COUNTY] = []  # a county divided between healthcare regions is tied here besides, to be counted
    return {kind: sorted(links, key=lambda link: swedish_key(link.name)) for kind, links in children.items() if links}


def _people(body):
    rows = Population.objects.filter(body=body, kind=body.kind).order_by("reference_date")
    return list(rows.values_list("reference_date", "people"))


def _peers(body):
    rows = list(
        Peer.objects.filter(body=body).order_by("-year", "likeness", "id").values_list("year", "likeness", "peer_id")
    )
    return [peer for year, likeness, peer in rows if (year, likeness) == rows[0][:2]]


def _links(ids, called):
    return sorted((Link(one, called[one]) for one in ids if one in called), key=lambda link: swedish_key(link.name))
