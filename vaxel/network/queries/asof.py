"""The network as it was on a day: every question about who belongs where is asked of `at(day)`."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from vaxel.composed import composed, once_a_moment
from vaxel.network.domain.kinds import PRINCIPALS, Kind, Tree, mask
from vaxel.network.models import Body, Closure, Identity, Tie

NAMING = ("name", "short_name", "code")


def at(day: dt.date) -> "AsOf":
    return AsOf(day)


@dataclass(frozen=True)
class AsOf:
    """A body may be given as itself or as its id. Bodies come back with the `name`, `short_name`, `code` and
    `named_as` (kind) of that day: None where the body did not exist yet or any more.
    """

    day: dt.date

    def below(self, body, kinds=None, tree=Tree.GOVERNANCE) -> QuerySet[Body]:
        """All that lies under the body, at any depth. With kinds: only those, and named as such (Gotland: 0980)."""
        under = self._closure(tree).filter(ancestor=_id(body))
        if kinds and Kind.UNIT not in _kinds(kinds):  # few bodies: look each up, rather than all that lies below
            return self._called(Body.objects.filter(Exists(under.filter(descendant=OuterRef("pk")))), kinds)
        return self._called(Body.objects.filter(pk__in=under.values("descendant")), kinds)

    def above(self, body, kinds=None, tree=Tree.GOVERNANCE) -> QuerySet[Body]:
        over = self._closure(tree).filter(descendant=_id(body)).values("ancestor")
        return self._called(Body.objects.filter(pk__in=over), kinds)

    def children(self, body, kinds=None, tree=Tree.GOVERNANCE) -> QuerySet[Body]:
        """Tied straight to the body that day, whole or part."""
        ties = Tie.objects.at(self.day).filter(tree=tree, parent=_id(body)).values("child")
        return self._called(Body.objects.filter(pk__in=ties), kinds)

    def parents(self, body, kinds=None, tree=Tree.GOVERNANCE) -> QuerySet[Body]:
        ties = Tie.objects.at(self.day).filter(tree=tree, child=_id(body)).values("parent")
        return self._called(Body.objects.filter(pk__in=ties), kinds)

    def named(self, bodies) -> QuerySet[Body]:
        """The same bodies, named; those that did not exist that day have no name."""
        return self._named(Body.objects.filter(pk__in=_ids(bodies)), None)

    def one_named(self, body) -> Body | None:
        """As `named`, of one."""
        return _one_named(self.day, _id(body))

    def names(self, bodies) -> dict[int, str]:
        """As `named`, ordered alike, where the name is all that is asked: a page asks several times."""
        bodies = _ids(bodies)
        if not bodies and isinstance(bodies, list):
            return {}
        if isinstance(bodies, list):
            return dict(_names_in(self.day, tuple(sorted(set(bodies)))))
        return dict(_own_names(self.day, bodies))

    def of_kind(self, *kinds) -> QuerySet[Body]:
        """Every body that was one of the kinds that day; Gotland is among the regions and the municipalities."""
        return self._called(Body.objects.all(), kinds)

    def by_code(self, kind, code, within=None) -> Body | None:
        """The body with the code that day. A unit's code is its principal's own: say within whom."""
        known = self._identities().filter(kind=kind, code=code, within=within and _id(within)).exclude(code="")
        return self._named(Body.objects.filter(pk__in=known.values("body")), [kind]).first()

    def kinds_mask(self, bodies) -> dict[int, int]:
        """Body id → its kinds of the day as bits (domain.kinds.BIT); bodies that did not exist are left out."""
        kinds: dict[int, set] = {}
        for body, kind in self._identities().filter(body__in=_ids(bodies)).values_list("body", "kind"):
            kinds.setdefault(body, set()).add(Kind(kind))
        return {body: mask(found) for body, found in kinds.items()}

    def county_of(self, body) -> Body | None:
        return self._nearest(body, {Kind.COUNTY})

    def principal_of(self, body) -> Body | None:
        """The region or municipality a unit belongs to; for a principal, itself. None for what has no principal."""
        return self._nearest(body, PRINCIPALS)

    def path(self, body) -> list[list[Body]]:
        """From the nation down to the body, one list per level: two healthcare regions for Halland's county."""
        from vaxel.network.queries.trail import trail

        return trail(self.day, _id(body))

    def depths_above(self, body, tree=Tree.GOVERNANCE):
        """(id of a body above, steps up to it)."""
        return self._closure(tree).filter(descendant=_id(body)).values_list("ancestor", "depth")

    def _nearest(self, body, kinds):
        itself = self._called(Body.objects.filter(pk=_id(body)), kinds).first()
        if itself:
            return itself
        depth = self._closure(Tree.GOVERNANCE).filter(descendant=_id(body), ancestor=OuterRef("pk")).values("depth")[:1]
        return self.above(body, kinds).annotate(depth=Subquery(depth)).order_by("depth", "id").first()

    def _closure(self, tree):
        return Closure.objects.at(self.day).filter(tree=tree)

    def _identities(self):
        return Identity.objects.at(self.day)

    def _called(self, bodies, kinds):
        """Only bodies that existed that day (as one of the kinds)."""
        known = self._identities().filter(kind__in=_kinds(kinds)) if kinds else self._identities()
        return self._named(bodies.filter(pk__in=known.values("body")), kinds)

    def _named(self, bodies, kinds):
        kinds = _kinds(kinds) if kinds else []
        named = self._joined(bodies, kinds) if len(kinds) < 2 else self._looked_up(bodies, kinds)
        return named.order_by("code", "name", "id")

    def _joined(self, bodies, kinds):
        """Named by its own kind, or by the one asked for: one identity a day at most, so a join will do."""
        own = Q(
            identities__kind=kinds[0] if kinds else F("kind"),
            identities__valid_from__lte=self.day,
            identities__valid_to__gt=self.day,
        )
        fields = {field: F(f"called__{field}") for field in NAMING}
        named = bodies.annotate(called=FilteredRelation("identities", condition=own))
        return named.annotate(**fields, named_as=F("called__kind"))

    def _looked_up(self, bodies, kinds):
        """Of several kinds a body may be two: its own comes first."""
        own_kind_first = Case(When(kind=F("body__kind"), then=Value(0)), default=Value(1), output_field=IntegerField())
        names = self._identities().filter(kind__in=kinds, body=OuterRef("pk")).order_by(own_kind_first, "kind")
        fields = {field: Subquery(names.values(field)[:1]) for field in NAMING}
        return bodies.annotate(**fields, named_as=Subquery(names.values("kind")[:1]))


@once_a_moment
def _one_named(day, body_id):
    return next(iter(_named_bodies(day, [body_id])), None)


@composed
def _named_bodies(day, bodies):
    return at(day).named(bodies)


def _own_names(day, bodies):
    own = Identity.objects.at(day).filter(body__in=bodies, kind=F("body__kind")).exclude(name="")
    return own.order_by("code", "name", "body").values_list("body", "name")


_names = composed(_own_names)


@once_a_moment
def _names_in(day, bodies):
    return _names(day, bodies)


def _id(body) -> int:
    return getattr(body, "pk", body)


def _ids(bodies):
    if isinstance(bodies, QuerySet):
        return bodies.values("pk")
    return bodies if hasattr(bodies, "resolve_expression") else [_id(body) for body in bodies]


def _kinds(kinds):
    return [kinds] if isinstance(kinds, str) else list(kinds)
