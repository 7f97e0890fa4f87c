"""Where bodies belong. A tie is never rewritten: it ends one day and another begins."""

from django.utils.translation import gettext as _

from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands import tying
from vaxel.network.commands.allowed import must_manage, must_reshape
from vaxel.network.commands.closing import hold_ties, rebuild_closure
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.kinds import Extent, Tree
from vaxel.network.models import Tie
from vaxel.ui.refusal import Refusal

__all__ = ["end_tie", "move", "rebuild_closure", "tie"]


def tie(
    child,
    parent,
    *,
    by,
    from_day=None,
    to_day=FOREVER,
    tree=Tree.GOVERNANCE,
    extent=Extent.WHOLE,
    source="",
    reason="",
) -> Tie:
    """The child belongs to the parent from that day (today, if not said). An earlier day is a correction: say why."""
    must_reshape(by, child)
    must_manage(by, parent)
    return tying.begin(
        child,
        parent,
        by=by,
        from_day=from_day or today(),
        to_day=to_day,
        tree=tree,
        extent=extent,
        source=source,
        reason=reason,
    )


def end_tie(tie, *, day, by, reason="") -> Tie:
    """`day` is the first day it no longer holds; on its own first day it is taken back and never held."""
    must_reshape(by, tie.child)
    must_manage(by, tie.parent)
    return tying.stop(tie, day=day, by=by, reason=reason)


def move(child, parent, *, by, day=None, tree=Tree.GOVERNANCE, reason="") -> Tie:
    """From its whole tie to a parent of the same kind, to the new parent, the same day."""
    day = day or today()
    must_reshape(by, child)
    must_manage(by, parent)
    with one_change():
        hold_ties()
        leaving = _leaving(child, parent, day, tree)
        until = leaving.valid_to
        tying.stop(leaving, day=day, by=by, reason=reason)
        return tying.begin(child, parent, by=by, from_day=day, to_day=until, tree=tree, reason=reason)


def _leaving(child, parent, day, tree):
    found = Tie.objects.at(day).filter(tree=tree, child=child, parent_kind=parent.kind, extent=Extent.WHOLE).first()
    if found is None:
        raise Refusal(_("Det finns ingen tillhörighet att flytta från den dagen. Lägg till en i stället."), field="day")
    if found.parent_id == parent.pk:
        raise Refusal(_("Aktören hör redan dit den dagen. Välj en annan."), field="parent")
    return found
