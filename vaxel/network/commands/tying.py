"""Begins and stops ties with their closure: the change itself, for commands that have asked who may."""

from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands.closing import hold_ties, refresh
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.kinds import Extent, Tree
from vaxel.network.models import Tie
from vaxel.ui.refusal import Refusal


def begin(
    child,
    parent,
    *,
    by,
    from_day,
    to_day=FOREVER,
    tree=Tree.GOVERNANCE,
    extent=Extent.WHOLE,
    source="",
    reason="",
) -> Tie:
    _wants_reason(by, from_day, reason)
    with one_change():
        hold_ties()
        made = Tie.objects.create(
            tree=tree,
            child=child,
            parent=parent,
            parent_kind=parent.kind,
            extent=extent,
            valid_from=from_day,
            valid_to=to_day,
            source=source,
        )
        refresh(tree, [child.pk])
        _journal("network.tie", made, from_day, by, reason)
    return made


def stop(tie, *, day, by, reason="") -> Tie:
    """On its own first day the tie is taken back: it never held."""
    _wants_reason(by, day, reason)
    with one_change():
        hold_ties()
        tie.refresh_from_db()
        _refuse_unless_running(tie, day)
        tie.valid_to = day
        if day == tie.valid_from:
            Tie.objects.filter(pk=tie.pk).delete()
        else:
            tie.save(update_fields=["valid_to"])
        refresh(tie.tree, [tie.child_id])
        _journal("network.end_tie", tie, day, by, reason)
    return tie


def _wants_reason(by, day, reason):
    if day < today() and not reason.strip() and not by.is_system:
        raise Refusal(
            _("Dagen har redan varit, så det här är en rättelse. Skriv varför, eller välj en dag från och med i dag."),
            field="reason",
        )


def _refuse_unless_running(tie, day):
    if not tie.valid_from <= day < tie.valid_to:
        raise Refusal(
            _("Tillhörigheten gäller från %(start)s och kan inte sluta %(day)s. Välj en dag då den gäller.")
            % {"start": tie.valid_from, "day": day},
            field="day",
        )


def _journal(action, tie, day, by, reason):
    """A day that has been is a correction, and the journal says so."""
    facts = {
        "tree": tie.tree,
        "parent": tie.parent_id,
        "extent": tie.extent,
        "from": tie.valid_from,
        "to": tie.valid_to,
        "correction": day < today(),
    }
    journal.record(action, by=by, obj=tie.child, facts=facts, note=reason)
