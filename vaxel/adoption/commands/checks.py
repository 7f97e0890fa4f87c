"""A check by a peer, by the body's own invitation: the peer says what it saw, the body sees it first and decides."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.adoption import permissions
from vaxel.adoption.commands import letters
from vaxel.adoption.domain.asking import MOVES, allowed
from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import PeerCheck
from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind
from vaxel.ui.refusal import Refusal

PEERS = frozenset({Kind.MUNICIPALITY, Kind.REGION, Kind.UNIT, Kind.RESOURCE_CENTRE, Kind.USER_ORGANISATION})
JOURNAL = {act: f"adoption.{act}_check" for act in MOVES}


def invite_check(thing, body, peer, *, by, message="") -> PeerCheck:
    permissions.require(permissions.registers(by, body.pk))
    if peer.pk == body.pk:
        raise Refusal(_("Bjud in någon annan än er själva."), field="peer")
    if peer.kind not in PEERS:
        raise Refusal(_("Bjud in en kommun, en region, en verksamhet eller en brukarorganisation."), field="peer")
    with transaction.atomic():
        body = type(body).objects.select_for_update().get(pk=body.pk)  # two who invite the same at once
        if PeerCheck.objects.filter(thing=thing, body=body, peer=peer, state=CheckState.INVITED).exists():
            raise Refusal(_("De är redan inbjudna och har inte svarat än."), field="peer", status=409)
        made = PeerCheck.objects.create(
            thing=thing, body=body, peer=peer, message=message.strip(), invited_at=clock.now()
        )
        letters.invited(made)
        _record("adoption.invite_check", made, by)
    return made


def tell(check, *, by, saw, stage, visited_on) -> PeerCheck:
    """What the peer saw: to the body alone, until it shows it."""
    if not saw.strip():
        raise Refusal(_("Skriv vad ni såg."), field="saw")
    if visited_on > clock.today():
        raise Refusal(_("Dagen har inte varit än."), field="visited_on")
    stage = AdoptionStage(stage)
    return _move("tell", check, by, saw=saw.strip(), stage=stage, visited_on=visited_on, told_at=clock.now())


def withdraw(check, *, by) -> PeerCheck:
    return _move("withdraw", check, by, settled_at=clock.now())


def decline(check, *, by) -> PeerCheck:
    return _move("decline", check, by, settled_at=clock.now())


def show(check, *, by) -> PeerCheck:
    return _move("show", check, by, settled_at=clock.now())


def keep(check, *, by) -> PeerCheck:
    return _move("keep", check, by, settled_at=clock.now())


def _move(act, check, by, **fields):
    who, _from, after = MOVES[act]
    permissions.require(permissions.registers(by, check.body_id if who == "body" else check.peer_id))
    with transaction.atomic():
        now = PeerCheck.objects.select_for_update(of=("self",)).select_related("thing").get(pk=check.pk)
        if not allowed(act, CheckState(now.state)):
            raise Refusal(
                _("Det går inte längre: någon hos er eller hos dem har redan svarat. Ladda om sidan."), status=409
            )
        now.state = after
        for name, value in fields.items():
            setattr(now, name, value)
        now.save()
        if act == "tell":
            letters.checked(now)
        _record(JOURNAL[act], now, by)
    return now


def _record(action, check, by):
    journal.record(action, by=by, obj=check, on_behalf_of=by.body_id, facts={"thing": check.thing_id})
