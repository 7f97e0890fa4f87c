"""The units of a principal, by its own ids."""

from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.domain.unit_import import Known
from vaxel.network.models import FunctionMailbox, Identity, Tie
from vaxel.network.queries.asof import at


def known_units(principal, day) -> list[Known]:
    """Every unit the principal has or has had, as it stands that day. Three queries."""
    latest = {row.body_id: row for row in _identities(principal).order_by("valid_from")}
    bodies = _identities(principal).values("body")
    above = _parents(latest, bodies, day)
    mailboxes = dict(FunctionMailbox.objects.at(day).filter(body__in=bodies).values_list("body_id", "address"))
    return [
        Known(
            own_id=row.code,
            name=row.name,
            parent=above.get(body, ""),
            mailbox=mailboxes.get(body, ""),
            ended=row.valid_to <= day,
        )
        for body, row in latest.items()
    ]


def unit_ids(principal, day) -> dict[str, int]:
    """Own id → body, of the units that exist that day."""
    return dict(_identities(principal).at(day).values_list("code", "body_id"))


def _identities(principal):
    return Identity.objects.filter(kind=Kind.UNIT, within=principal).exclude(code="")


def _parents(units, bodies, day):
    """Body → own id of the unit above; nothing for one that stands straight under its principal."""
    ties = Tie.objects.at(day).filter(tree=Tree.GOVERNANCE, child__in=bodies, parent__kind=Kind.UNIT)
    return {child: units[parent].code for child, parent in ties.values_list("child_id", "parent_id") if parent in units}


def units_below(body, day, needle=""):
    """The units at any depth, with `name` and `code` of the day, by name. `needle` is folded: part of name or id."""
    below = at(day).below(body, Kind.UNIT)
    if needle:
        found = Identity.objects.at(day).filter(kind=Kind.UNIT, folded__contains=needle)
        below = below.filter(pk__in=found.values("body"))
    return below.order_by("name", "code", "id")
