"""Units written many at a time: the acts of `bodies` and `ties`, in a few inserts however long the file."""

from vaxel import journal
from vaxel.calendar.clock import today
from vaxel.network.commands import tying
from vaxel.network.commands.bodies import rename, set_mailbox
from vaxel.network.commands.closing import hold_ties, refresh
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Body, FunctionMailbox, Identity, Tie
from vaxel.network.queries.units import unit_ids

AT_ONCE = 1000


def write_new(principal, rows, *, by) -> None:
    """Bodies with name, id, mailbox and place, from today."""
    if not rows:
        return
    day = today()
    hold_ties()
    made = Body.objects.bulk_create([Body(kind=Kind.UNIT) for _ in rows], batch_size=AT_ONCE)
    bodies = {row.own_id: body for row, body in zip(rows, made, strict=True)}
    known = unit_ids(principal, day)
    Identity.objects.bulk_create([_identity(row, bodies[row.own_id], principal, day) for row in rows], AT_ONCE)
    Tie.objects.bulk_create(
        [_tie(bodies[row.own_id], _above(row, bodies, known, principal), day) for row in rows], AT_ONCE
    )
    FunctionMailbox.objects.bulk_create(
        [FunctionMailbox(body=bodies[row.own_id], address=row.mailbox, valid_from=day) for row in rows if row.mailbox],
        AT_ONCE,
    )
    refresh(Tree.GOVERNANCE, [body.pk for body in made])
    facts = {"kind": Kind.UNIT, "from": day}
    journal.record_many(
        [journal.Line("network.create_body", "network.body", body.pk, facts=facts) for body in made], by=by
    )


def write_changed(principal, judged, *, by) -> None:
    """One act per change, each with its own line in the journal."""
    ids = unit_ids(principal, today())
    bodies = Body.objects.in_bulk([ids[each.row.own_id] for each in judged])
    for each in judged:
        body = bodies[ids[each.row.own_id]]
        for change in each.changes:
            _change(body, change, ids, principal, by)


def _change(body, change, ids, principal, by):
    match change.what:
        case "name":
            rename(body, change.after, by=by)
        case "mailbox":
            set_mailbox(body, change.after, by=by)
        case "parent":
            _move(body, Body.objects.get(pk=ids[change.after]) if change.after else principal, by)


def _move(body, parent, by):
    """Every governance tie of a unit is replaced: it has one place, whatever kind of body is above it."""
    for tie in Tie.objects.at(today()).filter(tree=Tree.GOVERNANCE, child=body):
        tying.stop(tie, day=today(), by=by)
    tying.begin(body, parent, by=by, from_day=today())


def _identity(row, body, principal, day):
    identity = Identity(body=body, kind=Kind.UNIT, code=row.own_id, within=principal, name=row.name, valid_from=day)
    return identity.refold()


def _tie(body, parent, day):
    return Tie(tree=Tree.GOVERNANCE, child=body, parent=parent, parent_kind=parent.kind, valid_from=day)


def _above(row, bodies, known, principal):
    if not row.parent:
        return principal
    return bodies.get(row.parent) or Body(pk=known[row.parent], kind=Kind.UNIT)
