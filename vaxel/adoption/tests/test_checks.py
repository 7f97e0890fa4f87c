"""A check by a peer: by invitation, seen by the body first, shown only if it says so."""

import pytest

from vaxel.adoption.commands.checks import decline, invite_check, keep, show, tell, withdraw
from vaxel.adoption.domain.asking import MOVES, allowed
from vaxel.adoption.domain.checking import CheckState
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.queries.waiting import waiting
from vaxel.notices.models import Message
from vaxel.ui.refusal import Refusal


@pytest.fixture
def check(world, thing):
    world.mailbox(world.falun, "falun@exempel.example")
    world.mailbox(world.mora, "mora@exempel.example")
    return invite_check(thing, world.falun, world.mora, by=world.actor(world.falun), message="Hur gör vi?")


def told(world, check):
    return tell(
        check, by=world.actor(world.mora), saw="De gör bra.", stage=AdoptionStage.INITIAL_USE, visited_on=world.today()
    )


def test_only_the_body_itself_invites(world, thing):
    with pytest.raises(Refusal):
        invite_check(thing, world.falun, world.mora, by=world.secretary)
    for peer in (world.falun, world.dalarna):
        with pytest.raises(Refusal):
            invite_check(thing, world.falun, peer, by=world.actor(world.falun))


def test_the_peer_is_asked_once(world, thing, check):
    with pytest.raises(Refusal, match="redan inbjudna"):
        invite_check(thing, world.falun, world.mora, by=world.actor(world.falun))
    assert [one.what for one in waiting(world.actor(world.mora))] == ["invited"]
    assert Message.objects.get().body_id == world.mora.pk


def test_what_the_peer_saw_is_the_bodys_to_show(world, check):
    seen = told(world, check)
    assert seen.state == CheckState.TOLD
    assert [one.what for one in waiting(world.actor(world.falun))] == ["told"]
    with pytest.raises(Refusal):
        show(seen, by=world.actor(world.mora))
    assert show(seen, by=world.actor(world.falun)).state == CheckState.SHOWN
    assert keep(seen, by=world.actor(world.falun)).state == CheckState.KEPT
    assert "bra" not in "".join(Message.objects.values_list("text", flat=True)), "nothing of it in a postcard"


def test_nobody_else_says_what_was_seen(world, check):
    for actor in (world.actor(world.falun), world.actor(world.orsa), world.secretary):
        with pytest.raises(Refusal):
            tell(check, by=actor, saw="Bra", stage=AdoptionStage.FULL_USE, visited_on=world.today())


def test_an_invitation_is_declined_or_withdrawn_once(world, check):
    assert decline(check, by=world.actor(world.mora)).state == CheckState.DECLINED
    for act, who in ((withdraw, world.falun), (decline, world.mora)):
        with pytest.raises(Refusal, match="inte längre"):
            act(check, by=world.actor(who))
    with pytest.raises(Refusal):
        told(world, check)


@pytest.mark.parametrize("state", CheckState)
def test_what_may_be_done_from_each_state(state):
    assert [act for act in MOVES if allowed(act, state)] == {
        CheckState.INVITED: ["withdraw", "decline", "tell"],
        CheckState.TOLD: ["show", "keep"],
        CheckState.SHOWN: ["keep"],
        CheckState.KEPT: ["show"],
    }.get(state, [])


@pytest.mark.parametrize(
    ("act", "who", "leads_to"),
    [
        ("withdraw", "body", CheckState.WITHDRAWN),
        ("decline", "peer", CheckState.DECLINED),
        ("tell", "peer", CheckState.TOLD),
        ("show", "body", CheckState.SHOWN),
        ("keep", "body", CheckState.KEPT),
    ],
)
def test_each_act_is_one_sides_own_and_leads_one_way(act, who, leads_to):
    its_own, _from, to = MOVES[act]
    assert (its_own, to) == (who, leads_to)
