import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain import counting
from vaxel.rounds.domain.counting import PLACES, Counts, by_stretch, counted
from vaxel.rounds.domain.state import DONE, Flag, Outcome, outcome

legal = st.integers(0, 255).filter(lambda byte: byte & 7 < 6)
vectors = st.lists(legal, max_size=60).map(lambda states: np.array(states, dtype=np.uint8))


def one_by_one(states):
    """The same numbers, counted body by body as a person would."""
    asked = [byte for byte in map(int, states) if outcome(byte) != Outcome.NOT_ASKED]
    said = [outcome(byte) for byte in asked]
    flagged = lambda flag: sum(bool(byte & flag) for byte in asked)  # noqa: E731
    return Counts(
        asked=len(asked),
        sent=said.count(Outcome.SENT),
        received=len(asked) - said.count(Outcome.SENT),
        answered=said.count(Outcome.ANSWERED),
        nothing=said.count(Outcome.NOTHING_TO_REPORT),
        declined=said.count(Outcome.DECLINED),
        missing=sum(one not in DONE for one in said),
        relayed=flagged(Flag.RELAYED),
        approved=flagged(Flag.APPROVED),
        completion=flagged(Flag.COMPLETION_REQUESTED),
        late=flagged(Flag.LATE),
    )


def test_a_decliner_is_not_missing_and_the_not_asked_is_nowhere():
    found = counted(np.array([0, 0, 1, 2, 3, 4, 5], dtype=np.uint8))
    assert (found.asked, found.missing, found.received, found.done) == (5, 2, 4, 3)


@given(vectors)
def test_the_histogram_counts_as_a_person_would(states):
    assert counted(states) == one_by_one(states)


def test_each_byte_counts_where_a_person_would_count_it():
    table = counting._weights()  # made once, before any test
    bytes_ = [byte for byte in range(256) if byte & 7 < 6]
    assert [Counts(*table[:, byte].tolist()) for byte in bytes_] == [one_by_one([byte]) for byte in bytes_]
    assert table.dtype == np.int64  # a sum of bools would be a bool


def test_what_a_body_has_said_is_apart_from_how_it_is_flagged():
    assert [byte for byte in range(16) if counting.IS_DONE[byte]] == [3, 4, 5, 11, 12, 13]
    assert len(counting.IS_DONE) == 256


@given(vectors, vectors)
def test_parts_add_up_to_the_whole(one, other):
    assert counted(one) + counted(other) == counted(np.concatenate([one, other]))


@given(vectors, st.data())
def test_running_totals_give_any_run_of_stretches(states, data):
    cuts = sorted({0, len(states), *data.draw(st.lists(st.integers(0, len(states)), max_size=5))})
    number = len(cuts) - 1
    stretch = np.repeat(np.arange(number) * PLACES, np.diff(cuts))
    totals = by_stretch(states, stretch, number)
    first = data.draw(st.integers(0, number))
    last = data.draw(st.integers(first, number))
    assert totals.dtype == np.int64  # bodies are counted in whole numbers
    inside = states[cuts[first] : cuts[last]]
    assert (totals[last] - totals[first]).tolist() == [int(((inside & 7) == one).sum()) for one in Outcome]
