"""What is held back is reckoned from counts without names: the same counties and counts as on the page."""

import pytest

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.counting import Counts
from vaxel.rounds.queries.few import held_back_in_whole
from vaxel.rounds.queries.levels import NodeCounts, by_child, county_counts


def of(rows):
    return {row.node_id: row.counts for row in rows}


@pytest.mark.parametrize(
    "kinds",
    [
        [Kind.MUNICIPALITY],
        [Kind.MUNICIPALITY, Kind.REGION],
        [Kind.UNIT],
        [Kind.COUNTY],
        [Kind.COUNTY, Kind.MUNICIPALITY],
    ],
)
def test_the_same_as_on_the_page(world, kinds):
    asked = world.sent(kinds=kinds)
    assert of(county_counts(asked)) == of(by_child(asked))


def test_a_county_asked_alone_beside_others_with_bodies(world):
    asked = world.sent(audience={"bodies": [world.falun.pk, world.halland.pk]})
    assert {row.node_id for row in county_counts(asked)} == {world.dalarna.pk, world.halland.pk}
    assert of(county_counts(asked)) == of(by_child(asked))


def test_after_an_answer_too(world):
    from vaxel.rounds.commands import deliveries

    asked = world.sent(kinds=["municipality"])
    mine = world.delivery(asked, world.falun)
    deliveries.confirm_receipt(mine, by=world.actor(world.falun), key=world.key(), received_at=world.now())
    assert of(county_counts(asked)) == of(by_child(asked))


def test_in_whatever_order_the_counties_come_the_same_are_held_back(world):
    """Two have to be hidden beside the one that tells who, and three are as large; of no healthcare region."""
    asked = world.sent(kinds=["municipality", "region"])
    small = NodeCounts(world.falun.pk, Counts(asked=1))
    large = [NodeCounts(one.pk, Counts(asked=9)) for one in (world.laholm, world.mora, world.orsa)]
    found = held_back_in_whole(asked, [small, *large])
    assert len(found) == 3
    assert held_back_in_whole(asked, [small, *large[::-1]]) == found
