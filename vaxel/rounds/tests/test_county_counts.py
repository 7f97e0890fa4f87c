"""What is held back is reckoned from counts without names: the same counties and counts as on the page."""

import pytest

from vaxel.composed import one_moment
from vaxel.network.domain.kinds import Kind
from vaxel.rounds.queries.few import held_back_in_whole
from vaxel.rounds.queries.levels import by_child, county_counts


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
    asked = world.sent(kinds=["municipality", "region"])
    rows = by_child(asked)
    found = held_back_in_whole(asked, rows)
    assert found
    assert held_back_in_whole(asked, rows[::-1]) == held_back_in_whole(asked, county_counts(asked)) == found


def test_a_round_has_beside_it_what_it_has(world):
    from vaxel.rounds.models import Correction
    from vaxel.rounds.queries.has import has

    one, other = world.sent(kinds=["municipality"]), world.sent(kinds=["region"])
    Correction.objects.create(round=one, text="Frågan gäller 2026.", at=world.now(), by=world.secretary.person_id)
    assert (has(one.pk).corrections, has(other.pk).corrections) == (True, False)
    with one_moment():
        assert not has(one.pk).reminders
        assert not has(one.pk).enquiries
