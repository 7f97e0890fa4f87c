"""What is claimed: the whole as it was decided, a part added exactly and rounded once."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vaxel.funding.domain.requisition import ClaimedSum, Standing, answered_states, claimed, standing_of
from vaxel.funding.domain.requisition import RequisitionState as S

PEOPLE, NATION = 6_920, 10_319_473  # Orsa, 1 November 2019
ORSA = {"plans": Fraction(20_000_000_000 * PEOPLE, NATION), "care": Fraction(10_000_000_000 * PEOPLE, NATION)}


def test_all_taken_up_is_the_published_payout():
    """S3: 134 115,38 + 67 057,69 is paid as 201 173 kr."""
    assert claimed(ORSA, {"plans", "care"}, 20_117_300, 100) == ClaimedSum(20_117_306, 20_117_300, whole=True)


def test_one_declined_the_other_is_rounded_alone():
    assert claimed(ORSA, {"plans"}, 20_117_300, 100) == ClaimedSum(13_411_538, 13_411_500, whole=False)
    assert claimed(ORSA, {"care"}, 20_117_300, 100) == ClaimedSum(6_705_769, 6_705_800, whole=False)
    assert claimed(ORSA, {"care"}, 20_117_300, 100).difference_ore == 31


def test_half_a_krona_goes_up_and_the_exact_sum_decides_not_the_shown():
    shares = {"a": Fraction(49, 1) + Fraction(1, 2), "b": Fraction(1, 2), "c": Fraction(7)}
    assert claimed(shares, {"a", "b"}, 0, 100).payout_ore == 100
    assert claimed(shares, {"a"}, 0, 100).payout_ore == 0  # 49,5 öre is shown as 50, and is less than half a krona


def test_nothing_taken_up_is_nothing():
    assert claimed(ORSA, set(), 20_117_300, 100) == ClaimedSum(0, 0, whole=False)


SHARES = st.dictionaries(st.text(min_size=1, max_size=3), st.fractions(min_value=0, max_value=10**12), min_size=1)


@given(SHARES, st.data(), st.sampled_from([1, 100, 100_000]))
def test_a_part_is_never_a_unit_from_its_exact_sum_and_never_more_than_with_one_more(shares, data, unit):
    keys = sorted(shares)
    some = set(data.draw(st.lists(st.sampled_from(keys), unique=True)))
    if some == set(keys):
        return
    found = claimed(shares, some, 0, unit)
    exact = sum((shares[key] for key in some), Fraction(0))
    assert found.payout_ore % unit == 0
    assert abs(found.payout_ore - exact) * 2 <= unit
    fewer = some - {min(some)} if some else some
    assert claimed(shares, fewer, 0, unit).payout_ore <= found.payout_ore


def test_a_body_as_a_whole():
    assert standing_of([S.ACCEPTED, S.DECLINED]) == Standing.REQUISITIONED
    assert standing_of([S.WAITING, S.DECLINED]) == Standing.WAITING
    assert standing_of([S.LAPSED, S.DECLINED]) == Standing.LAPSED
    assert standing_of([S.DECLINED]) == Standing.DECLINED
    assert standing_of([]) == Standing.WAITING


def test_what_is_not_chosen_waits():
    assert answered_states({1: "accept", 2: "decline", 3: "odd"}, [1, 2, 3, 4]) == {
        1: S.ACCEPTED, 2: S.DECLINED, 3: S.WAITING, 4: S.WAITING,
    }  # fmt: skip
