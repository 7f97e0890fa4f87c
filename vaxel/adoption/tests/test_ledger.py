"""The ledger's rule, pure: what holds, when, and what others see of it."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vaxel.adoption.domain.ledger import Entry, byte_of, holding, stage_at
from vaxel.adoption.domain.stages import IN_USE, AdoptionStage, next_stop, own_stage, packed, shown_stage

Stage = AdoptionStage
DAY = dt.date(2026, 1, 1)


def entry(number, stage, day=0, corrects=None, is_open=True):
    return Entry(number, stage, DAY + dt.timedelta(days=day), corrects, is_open)


def test_nothing_registered_is_no_stage():
    assert stage_at([]) == Stage.NONE
    assert byte_of([]) == 0


def test_the_latest_that_happened_holds_whenever_it_was_registered():
    found = [entry(1, Stage.FULL_USE, 90), entry(2, Stage.EXPLORING, 0)]
    assert stage_at(found) == Stage.FULL_USE
    assert stage_at(found, DAY + dt.timedelta(days=90)) == Stage.FULL_USE, "from its own day"
    assert stage_at(found, DAY + dt.timedelta(days=89)) == Stage.EXPLORING
    assert stage_at(found, DAY - dt.timedelta(days=1)) == Stage.NONE


def test_of_one_day_the_latest_registered_holds():
    assert stage_at([entry(2, Stage.INSTALLING), entry(1, Stage.EXPLORING)]) == Stage.INSTALLING


def test_what_is_corrected_never_held():
    found = [entry(1, Stage.FULL_USE, 0), entry(2, Stage.INITIAL_USE, 10, corrects=1)]
    assert stage_at(found, DAY) == Stage.NONE
    assert stage_at(found) == Stage.INITIAL_USE


def test_a_correction_that_is_corrected_does_not_bring_back_the_first():
    found = [entry(1, Stage.FULL_USE), entry(2, Stage.INITIAL_USE, corrects=1), entry(3, Stage.EXPLORING, corrects=2)]
    assert [one.id for one in holding(found)] == [3]


def test_others_see_the_open_steps_as_if_there_were_no_more():
    found = [entry(1, Stage.FULL_USE), entry(2, Stage.RETIRED, 5, corrects=1, is_open=False)]
    assert byte_of(found) == packed(Stage.RETIRED, Stage.FULL_USE)


def test_every_pair_of_stages_fits_one_byte():
    for own in Stage:
        for shown in Stage:
            byte = packed(own, shown)
            assert 0 <= byte < 256
            assert (own_stage(byte), shown_stage(byte)) == (own, shown)


def test_own_lies_in_the_low_three_bits_and_shown_in_the_three_above():
    """As it is kept in every vector: another layout would read what lies there as something else."""
    assert packed(Stage.FULL_USE, Stage.RETIRED) == 0b110_101


def test_who_has_begun_and_who_has_come_all_the_way_use_it():
    assert [stage for stage in Stage if stage in IN_USE] == [Stage.INITIAL_USE, Stage.FULL_USE]


def test_the_line_goes_one_stop_at_a_time():
    line = [Stage.EXPLORING, Stage.INSTALLING, Stage.INITIAL_USE, Stage.FULL_USE]
    assert [next_stop(stage) for stage in (Stage.NONE, *line)] == [*line, None]
    assert next_stop(Stage.RETIRED) is next_stop(Stage.NOT_RELEVANT) is None


steps = st.lists(
    st.tuples(st.sampled_from(list(Stage)[1:]), st.integers(0, 30), st.booleans(), st.integers(0, 20)), max_size=12
)


@given(steps, st.randoms())
def test_the_order_of_telling_changes_nothing(rows, random):
    """A rebuild reads the ledger in any order, and finds the same."""
    found, corrected = [], set()
    for number, (stage, day, is_open, back) in enumerate(rows, start=1):
        target = back if 0 < back < number and back not in corrected else None
        corrected.add(target)
        found.append(entry(number, stage, day, target, is_open))
    mixed = list(found)
    random.shuffle(mixed)
    assert byte_of(mixed) == byte_of(found)


@given(steps)
def test_when_all_is_open_others_see_what_the_body_sees(rows):
    found = [entry(number, stage, day) for number, (stage, day, _open, _back) in enumerate(rows)]
    assert own_stage(byte_of(found)) == shown_stage(byte_of(found))
