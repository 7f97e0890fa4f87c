"""What an entry may hold: ids and numbers, and nothing that a person has written."""

import datetime as dt
import enum
import uuid

import pytest

from vaxel.journal.domain.facts import opaque

SOMEBODY = uuid.UUID(int=7)


class Mark(enum.Enum):
    WHO = SOMEBODY
    HOW_MANY = 3


class State(enum.StrEnum):
    SENT = "sent"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, None),
        (True, True),
        (0, 0),
        (12_345, 12_345),
        ("round.send:5@2026-01-31T12:00+01/x_y", "round.send:5@2026-01-31T12:00+01/x_y"),
        ("", ""),
        ("x" * 80, "x" * 80),
        (SOMEBODY, "00000000-0000-0000-0000-000000000007"),
        (dt.date(2026, 1, 31), "2026-01-31"),
        (dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC), "2026-01-31T12:00:00+00:00"),
        (Mark.WHO, "00000000-0000-0000-0000-000000000007"),
        (Mark.HOW_MANY, 3),
        (State.SENT, "sent"),
        ([3, 1, 2], [3, 1, 2]),
        (("b", "a"), ["b", "a"]),
        ([[SOMEBODY], None], [["00000000-0000-0000-0000-000000000007"], None]),
    ],
)
def test_ids_dates_and_numbers_are_kept_as_plain_tokens(value, kept):
    found = opaque({"fact": value})
    assert found == {"fact": kept}
    assert type(found["fact"]) is type(kept)


@pytest.mark.parametrize("kind", [set, frozenset])
def test_a_set_has_one_order_whatever_it_holds(kind):
    assert opaque({"bodies": kind({9, 10, 11})}) == {"bodies": [10, 11, 9]}
    assert opaque({"bodies": kind({"b", None, 1})}) == {"bodies": [1, None, "b"]}


@pytest.mark.parametrize("value", [1.5, "två ord", "ånger", "x" * 81, "rad\n", b"x", {"a": 1}, ["två ord"], object()])
def test_what_a_person_may_have_written_is_refused(value):
    with pytest.raises(ValueError, match="ids and numbers"):
        opaque({"fact": value})


def test_a_facts_name_is_a_token_too():
    with pytest.raises(ValueError, match="ids and numbers"):
        opaque({"två ord": 1})
