"""What is published of decided agreements: S3's payouts, ids that outlive a name and a version, Gotland as both."""

import pytest

from vaxel.funding.commands.agreements import new_version
from vaxel.funding.commands.deciding import confirm, prepare
from vaxel.funding.commands.streams import save_stream
from vaxel.funding.documents.giving import once_ore
from vaxel.funding.models import Agreement
from vaxel.funding.queries.giving import given
from vaxel.funding.tests.money import MKR, decided, second
from vaxel.rounds.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


def told(*agreements):
    found = given(
        Agreement.objects.filter(pk__in=[one.pk for one in agreements]).order_by("pk"), lambda one: f"/{one.pk}/"
    )
    return {(one.recipient.name, one.id.rpartition("-")[2]): one for one in found}


def test_what_was_decided_is_told_as_it_was_decided(world):
    decision = decided(world)
    found = told(decision.agreement)
    mora = found["Mora kommun", "municipality"]
    assert mora.amount_ore == 593_461_00  # S3
    assert [(one.code, one.share_ore) for one in mora.programmes] == [
        ("handlingsplaner", 395_640_36), ("kunskapsbaserad", 197_820_18)
    ]  # fmt: skip
    assert mora.recipient.code == "2062"
    assert once_ore(found.values()) == sum(one.payout_ore for one in decision.payouts.all())
    assert len({one.id for one in found.values()}) == decision.payouts.count()


def test_gotland_receives_as_region_and_as_municipality(world):
    ids = [one.id for one in told(decided(world).agreement).values() if one.recipient.name == "Region Gotland"]
    assert len(set(ids)) == 2


def test_a_later_version_keeps_the_ids_and_says_what_was_before(world):
    first = decided(world).agreement
    before = told(first)
    later = new_version(first, by=world.secretary)
    save_stream(later, stream=later.streams.get(key="handlingsplaner"), by=world.secretary, pot_ore=100 * MKR)
    later.refresh_from_db()
    prepare(later, by=world.secretary)
    confirm(later, by=second(world))
    after = told(later)
    assert {one.id for one in after.values()} == {one.id for one in before.values()}
    mora = after["Mora kommun", "municipality"]
    assert mora.amount_ore == 395_640_00  # 197 820,18 twice, rounded once
    assert [one.amount_ore for one in mora.amendments] == [593_461_00]
    assert after["Region Dalarna", "region"].amendments == ()


def test_as_many_queries_for_three_agreements_as_for_one(world, django_assert_num_queries):
    """Of one year: names are asked for once for each."""
    first = decided(world).agreement
    with django_assert_num_queries(8):
        told(first)
    more = [decided(world).agreement for _number in range(2)]
    with django_assert_num_queries(8):
        assert len(told(first, *more)) > 1
