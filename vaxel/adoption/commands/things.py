"""What is spread: laid up, changed, tied to the rounds that spread it."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.adoption import permissions
from vaxel.adoption.commands.framing import lay_vector
from vaxel.adoption.models import Thing, ThingRound
from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.commands.rounds import create_round
from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.models import Round
from vaxel.ui.refusal import Refusal

FIELDS = frozenset("name kind description target_kinds need_indicator since owner_type owner_ref".split())
TARGETS = (Kind.MUNICIPALITY, Kind.REGION, Kind.UNIT, Kind.RESOURCE_CENTRE, Kind.USER_ORGANISATION)


def create_thing(*, by, owner_id, name, kind, target_kinds, **fields) -> Thing:
    permissions.require(permissions.creates_thing(by) and (by.is_system or by.body_id == owner_id))
    made = Thing(owner_id=owner_id, since=fields.pop("since", None) or clock.today())
    _write(made, {"name": name, "kind": kind, "target_kinds": target_kinds, **fields})
    with transaction.atomic():
        made.save()
        lay_vector(made)
        journal.record("adoption.create", by=by, obj=made, on_behalf_of=owner_id)
    return made


def edit_thing(thing, *, by, revision, **fields) -> Thing:
    """A stale revision is refused. Those it is meant for may change: what is registered is never lost."""
    permissions.require(permissions.edits_thing(by, thing))
    with transaction.atomic():
        now = Thing.objects.select_for_update().get(pk=thing.pk)
        if now.revision != revision:
            raise Refusal(
                _("Någon annan har ändrat uppgifterna sedan ni öppnade dem. Ladda om sidan och gör ändringen igen."),
                status=409,
            )
        meant_for = list(now.target_kinds)
        _write(now, fields)
        now.revision += 1
        now.save()
        if meant_for != now.target_kinds:
            lay_vector(now)
        journal.record("adoption.edit", by=by, obj=now, on_behalf_of=by.body_id, facts={"fields": sorted(fields)})
    return now


def _write(thing, fields):
    if unknown := set(fields) - FIELDS:
        raise TypeError(f"a thing has no {sorted(unknown)} to write")
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.name, thing.kind = thing.name.strip(), thing.kind.strip()
    if not thing.name:
        raise Refusal(_("Skriv vad det heter."), field="name")
    if not thing.kind:
        raise Refusal(_("Skriv vad det är för slag, t.ex. metod eller riktlinje."), field="kind")
    if not thing.target_kinds or not set(thing.target_kinds) <= set(TARGETS):
        raise Refusal(_("Välj minst en sorts organisation som det är tänkt för."), field="target_kinds")


def link_round(thing, round, *, by) -> ThingRound:
    """The round spreads this thing: its receivers are asked how far they have come, beside the receipt."""
    permissions.require(permissions.links_round(by, thing, round))
    with transaction.atomic():
        Round.objects.select_for_update(of=("self",), no_key=True).get(pk=round.pk)
        found = ThingRound.objects.filter(round=round).first()
        if found and found.thing_id != thing.pk:
            raise Refusal(_("Utskicket sprider redan något annat. Gör ett nytt utskick för det här."), status=409)
        if not found:
            found = ThingRound.objects.create(thing=thing, round=round)
            journal.record("adoption.link_round", by=by, obj=thing, on_behalf_of=by.body_id, facts={"round": round.pk})
    return found


def draft_round(thing, *, by) -> Round:
    """A mailing to those the thing is meant for, begun and tied to it; it is written and sent as any other."""
    permissions.require(permissions.edits_thing(by, thing))
    with transaction.atomic():
        made = create_round(
            by=by,
            owner_id=thing.owner_id,
            kind=RoundKind.MAILING,
            title=thing.name,
            text=thing.description,
            audience={"kinds": list(thing.target_kinds)},
        )
        ThingRound.objects.create(thing=thing, round=made)
        journal.record("adoption.draft_round", by=by, obj=thing, on_behalf_of=by.body_id, facts={"round": made.pk})
    return made
