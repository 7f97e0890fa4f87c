"""A coordinator at 75 % paid from the region's and the municipalities' shares (S3 4.5): computed, proposed, agreed by each."""

import pytest

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding.checks import broken_chain, wrong_balances
from vaxel.funding.commands.money import use
from vaxel.funding.commands.pools import (
    Plan,
    answer_part,
    call_back_pool,
    create_pool,
    edit_pool,
    propose_pool,
    withdraw_pool,
)
from vaxel.funding.domain.cost_share import ShareKey
from vaxel.funding.domain.entries import EntryKind
from vaxel.funding.domain.pool_state import PartAnswer, PoolState
from vaxel.funding.models import LedgerEntry, PocketBalance, Pool
from vaxel.funding.tests.agreed import PARTIES, county_agreement, signs
from vaxel.funding.tests.little import Little
from vaxel.network.domain.kinds import Role
from vaxel.rounds.tests.at_once import AtOnce
from vaxel.rounds.tests.world import make_world
from vaxel.ui.refusal import Refusal

YES, NO = PartAnswer.AGREED, PartAnswer.DECLINED


def coordinator(world, another=0):
    return world.actor(world.dalarna, Role.COORDINATOR, another=another)


def plan(world, little, **more):
    said = {
        "title": "Gemensam samordnare",
        "host_id": world.region_dalarna.pk,
        "body_ids": tuple(getattr(world, party).pk for party in PARTIES),
        "year": 2020,
        "key": ShareKey.GRANTED,
        "yearly_ore": 1000_00,
        "percent": 75,
        "months": 6,
        "streams": (little.stream, little.region_stream),
    }
    return Plan(**said | more)


@pytest.fixture
def pool(world, little):
    county_agreement(world)
    return create_pool(world.dalarna, plan(world, little), by=coordinator(world))


@pytest.fixture
def proposed(world, pool):
    return propose_pool(pool, by=coordinator(world))


def agree(world, pool, *parties):
    for party in parties:
        answer_part(pool, YES, by=signs(world, party))
    pool.refresh_from_db()
    return pool


def left(body, stream):
    return PocketBalance.objects.get(body=body, stream=stream, year=2020).left


def then_all_holds():
    assert not list(wrong_balances())
    assert not list(broken_chain())


def test_each_part_is_computed_from_what_each_was_granted(world, little, pool):
    """75 % of 1 000 kr for six months is 375 kr; 1 500 kr were granted, of which 600 to Falun."""
    assert pool.cost_ore == 375_00
    found = {part.body_id: part for part in pool.parts.all()}
    assert found[world.falun.pk].ore == 150_00
    assert found[world.falun.pk].rest_ore == 450_00
    assert found[world.region_dalarna.pk].stream == little.region_stream
    assert sum(part.ore for part in found.values()) == 375_00
    assert journal.of(pool)[0].action == "funding.create_pool"


def test_no_money_moves_before_all_have_agreed(world, little, proposed):
    agree(world, proposed, "region_dalarna", "falun", "mora")
    assert proposed.state == PoolState.PROPOSED
    assert not LedgerEntry.objects.filter(kind=EntryKind.POOLED).exists()
    agree(world, proposed, "orsa")
    assert proposed.state == PoolState.AGREED
    assert left(world.falun, little.stream) == 450_00
    assert left(world.region_dalarna, little.stream) == 250_00, "from the municipalities, kept apart from its own"
    assert left(world.region_dalarna, little.region_stream) == 500_00, "the host's own part stays where it is"
    then_all_holds()


def test_each_party_answers_for_itself_alone(world, proposed):
    for actor in (coordinator(world), world.secretary, world.actor(world.varberg), world.actor(world.orsa)):
        with pytest.raises(Refusal):
            answer_part(proposed, YES, by=actor)


def test_a_no_has_a_reason_and_stops_the_pool_until_it_is_made_anew(world, little, proposed):
    agree(world, proposed, "region_dalarna", "mora", "orsa")
    with pytest.raises(Refusal, match="varför ni tackar nej"):
        answer_part(proposed, NO, by=signs(world, "falun"))
    answer_part(proposed, NO, by=signs(world, "falun"), reason="Vi har en egen.")
    call_back_pool(proposed, by=coordinator(world))
    proposed.refresh_from_db()
    without = tuple(getattr(world, party).pk for party in PARTIES if party != "falun")
    now = edit_pool(proposed, plan(world, little, body_ids=without), by=coordinator(world), revision=0)
    assert {part.answer for part in now.parts.all()} == {PartAnswer.WAITING}
    assert sum(part.ore for part in now.parts.all()) == 375_00


def test_a_party_may_change_its_mind_until_the_last_has_answered(world, proposed):
    answer_part(proposed, NO, by=signs(world, "falun"), reason="Vi väntar.")
    agree(world, proposed, *PARTIES)
    assert proposed.state == PoolState.AGREED
    with pytest.raises(Refusal, match="medlen är flyttade"):
        answer_part(proposed, NO, by=signs(world, "falun"), reason="Ändå inte.")


def test_whoever_has_used_its_money_since_cannot_be_the_last_yes(world, little, proposed):
    use(world.falun, little.stream, 2020, 500_00, clock.today(), by=world.actor(world.falun))
    agree(world, proposed, "region_dalarna", "falun", "mora")
    with pytest.raises(Refusal, match="100\xa0kr är kvar"):
        agree(world, proposed, "orsa")
    proposed.refresh_from_db()
    assert proposed.state == PoolState.PROPOSED
    assert proposed.parts.get(body=world.orsa).answer == PartAnswer.WAITING
    then_all_holds()


def test_a_county_pools_only_as_its_agreement_allows(world, little):
    with pytest.raises(Refusal, match="tillåter inte gemensamma resurser"):
        create_pool(world.dalarna, plan(world, little), by=coordinator(world))
    county_agreement(world, signed=False)
    with pytest.raises(Refusal, match="tillåter inte"):
        create_pool(world.dalarna, plan(world, little), by=coordinator(world))
    assert not Pool.objects.exists()


def test_nobody_pools_for_another_county(world, little):
    county_agreement(world)
    for actor in (world.actor(world.halland, Role.COORDINATOR), world.actor(world.falun), world.secretary):
        with pytest.raises(Refusal):
            create_pool(world.dalarna, plan(world, little), by=actor)


@pytest.mark.parametrize(("said", "why"), [({"yearly_ore": 100_000_00}, "Delen för .* blir .* men bara"), ({"percent": 0}, "omfattningen"), ({"title": " "}, "vad satsningen heter"), ({"body_ids": ()}, "minst en"), ({"key": ShareKey.ENTERED, "entered": {}}, "något att dela efter")])  # fmt: skip
def test_what_cannot_be_paid_is_refused_before_it_is_kept(world, little, said, why):
    county_agreement(world)
    with pytest.raises(Refusal, match=why):
        create_pool(world.dalarna, plan(world, little, **said), by=coordinator(world))
    assert not Pool.objects.exists()


def test_a_fee_per_municipality_is_paid_with_own_money_and_stays_out_of_the_ledger(world, little):
    by = world.actor(world.north, Role.PROCESS_LEADER)
    fee = plan(
        world, little, title="Nodens årsavgift", host_id=world.north.pk, streams=(), key=ShareKey.EQUAL,
        body_ids=(world.falun.pk, world.mora.pk), yearly_ore=None, percent=None, months=None, cost_ore=24_000_01,
    )  # fmt: skip
    made = propose_pool(create_pool(world.north, fee, by=by), by=by)
    assert sorted(part.ore for part in made.parts.all()) == [12_000_00, 12_000_01]
    agree(world, made, "falun", "mora")
    assert made.state == PoolState.AGREED
    assert not LedgerEntry.objects.filter(kind=EntryKind.FEE).exists()


def test_a_withdrawn_pool_is_no_longer_answered(world, proposed):
    withdraw_pool(proposed, by=coordinator(world))
    with pytest.raises(Refusal, match="återtagen"):
        answer_part(proposed, YES, by=signs(world, "falun"))


def test_of_two_who_change_it_at_once_the_second_is_told(world, little, pool):
    edit_pool(pool, plan(world, little, title="En"), by=coordinator(world), revision=0)
    with pytest.raises(Refusal, match="Någon annan har ändrat"):
        edit_pool(pool, plan(world, little, title="Två"), by=coordinator(world, 1), revision=0)


@pytest.mark.django_db(transaction=True)
def test_all_agree_at_the_same_moment_and_the_money_moves_once(tmp_path):
    world = make_world()
    little = Little(world)
    county_agreement(world)
    by = coordinator(world)
    pool = propose_pool(create_pool(world.dalarna, plan(world, little), by=by), by=by)
    actors = [signs(world, party) for party in PARTIES]
    at_once = AtOnce(tmp_path)
    found = at_once.run(*[lambda by=by: answer_part(pool, YES, by=by) for by in actors])
    assert not [one for one in found if isinstance(one, Exception)]
    moved, state = at_once.see(
        lambda: (
            list(LedgerEntry.objects.filter(kind=EntryKind.POOLED).values_list("source", "ore")),
            Pool.objects.get(pk=pool.pk).state,
        )
    )
    assert state == PoolState.AGREED
    assert len(moved) == 3
    assert at_once.see(lambda: list(wrong_balances())) == []


@pytest.mark.django_db(transaction=True)
def test_two_who_use_the_same_money_at_once_use_it_once(tmp_path):
    world = make_world()
    little = Little(world)
    actors = [world.actor(world.falun), world.actor(world.falun, another=1)]

    def spend(by):
        return use(world.falun, little.stream, 2020, 400_00, clock.today(), by=by)

    at_once = AtOnce(tmp_path)
    found = at_once.run(*[lambda by=by: spend(by) for by in actors])
    assert sum(isinstance(one, Refusal) for one in found) == 1
    assert at_once.see(lambda: left(world.falun, little.stream)) == 200_00
