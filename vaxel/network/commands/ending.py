"""Bodies end and are followed by others: a line of succession is drawn, nothing is rewritten."""

from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar.clock import today
from vaxel.network.commands import tying
from vaxel.network.commands.allowed import must_manage, must_reshape
from vaxel.network.commands.cutting import cut
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.kinds import Lineage
from vaxel.network.models import Body, FunctionMailbox, Identity, Mandate, Succession, Tie
from vaxel.ui.refusal import Refusal


def end_body(body, *, by, day=None, note="") -> Body:
    """Its names, ties, mandates and mailbox end that day. Refused while anything still belongs to it."""
    day = day or today()
    must_reshape(by, body)
    with one_change():
        _end(body, day, by=by, note=note)
    return body


def merge(bodies, into, *, by, day=None, note="") -> list[Succession]:
    """Several become one: each ends that day, and what belonged to them belongs to the one."""
    with one_change():
        return [_hand_over(body, into, Lineage.MERGED, day or today(), by=by, note=note) for body in bodies]


def take_over(body, after, *, by, day=None, note="") -> Succession:
    """Another takes the body's place: it ends that day, and what belonged to it belongs to the other."""
    with one_change():
        return _hand_over(body, after, Lineage.TAKEN_OVER, day or today(), by=by, note=note)


def split(body, into, *, by, day=None, note="", continues=False) -> list[Succession]:
    """One becomes several. `continues`: it lives on beside them (Södertälje, when Nykvarn left it)."""
    day = day or today()
    must_reshape(by, body)
    with one_change():
        drawn = [_succeed(body, after, Lineage.SPLIT, day, by=by, note=note) for after in into]
        if not continues:
            _end(body, day, by=by, note=note)
    return drawn


def _hand_over(body, after, kind, day, *, by, note):
    must_reshape(by, body)
    must_manage(by, after)
    for tie in Tie.objects.at(day).filter(parent=body).select_related("child", "parent"):
        until = tie.valid_to
        tying.stop(tie, day=day, by=by, reason=note)
        tying.begin(tie.child, after, by=by, from_day=day, to_day=until, tree=tie.tree, extent=tie.extent, reason=note)
    drawn = _succeed(body, after, kind, day, by=by, note=note)
    _end(body, day, by=by, note=note)
    return drawn


def _succeed(body, after, kind, day, *, by, note):
    drawn = Succession.objects.create(before=body, after=after, kind=kind, day=day, note=note)
    journal.record(f"network.{kind}", by=by, obj=body, facts={"after": after.pk, "day": day}, note=note)
    return drawn


def _end(body, day, *, by, note):
    if Tie.objects.at(day).filter(parent=body).exists():
        raise Refusal(_("Andra hör fortfarande till aktören den dagen. Flytta eller avsluta dem först."), field="day")
    if not Identity.objects.at(day).filter(body=body).exists():
        raise Refusal(_("Aktören finns inte den dagen. Välj en dag då den finns."), field="day")
    for tie in Tie.objects.filter(child=body, valid_to__gt=day):
        tying.stop(tie, day=max(day, tie.valid_from), by=by, reason=note)
    for dated in (Identity, Mandate, FunctionMailbox):
        for row in dated.objects.filter(body=body, valid_to__gt=day):
            cut(row, day)
    journal.record("network.end_body", by=by, obj=body, facts={"day": day}, note=note)
