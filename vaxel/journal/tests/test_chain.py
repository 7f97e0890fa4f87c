import datetime as dt
import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaxel.journal.domain.chain import EMPTY, GENESIS, Head, Link, link_hash, note_hash

TOKENS = st.text("abcdef.:-0123456789", max_size=12)
LINKS = st.builds(
    Link,
    id=st.integers(1, 2**62),
    at=st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
    action=TOKENS,
    person_id=st.none() | st.uuids(),
    mandate_id=st.none() | st.integers(1, 2**62),
    on_behalf_of=st.none() | st.integers(1, 2**62),
    object_type=TOKENS,
    object_id=TOKENS,
    facts=st.dictionaries(TOKENS, st.none() | st.booleans() | st.integers() | TOKENS),
    note_hash=TOKENS,
)


@given(LINKS, LINKS, st.sampled_from(sorted(Link.__dataclass_fields__)))
def test_any_field_changed_changes_the_hash(link, other, field):
    changed = replace(link, **{field: getattr(other, field)})
    assert (link_hash(GENESIS, changed) == link_hash(GENESIS, link)) == (repr(changed) == repr(link))


@given(LINKS)
def test_the_same_instant_in_another_zone_is_the_same(link):
    zone = dt.timezone(dt.timedelta(hours=2))
    assert replace(link, at=link.at.astimezone(zone)).canonical() == link.canonical()


SENT = Link(
    id=7,
    at=dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC),
    action="rounds.send",
    person_id=uuid.UUID(int=1),
    mandate_id=5,
    on_behalf_of=6,
    object_type="round",
    object_id="12",
    facts={"b": 1, "a": "x"},
    note_hash="ff",
)


def test_a_link_has_the_same_bytes_today_as_when_it_was_sealed():
    person = "00000000-0000-0000-0000-000000000001"
    assert SENT.canonical().decode() == (
        f'[7,"2026-11-23T12:00:00.000000+00:00","rounds.send","{person}",5,6,"round","12",{{"a":"x","b":1}},"ff"]'
    )
    assert link_hash(GENESIS, SENT) == "df32da8e4990a2537d5a13d28393d517ba9b71fec05592b6e829ed518523be96"


def test_what_nobody_did_for_anybody_says_so():
    nobodys = replace(SENT, person_id=None, mandate_id=None, on_behalf_of=None, facts={}, note_hash="")
    said = b'[7,"2026-11-23T12:00:00.000000+00:00","rounds.send",null,null,null,"round","12",{},""]'
    assert nobodys.canonical() == said


def test_a_link_is_ascii_whatever_it_holds():
    assert replace(SENT, object_id="\u00e5").canonical().isascii()


def test_an_empty_chain_has_a_head_of_noughts():
    assert str(EMPTY) == "0:" + "0" * 64


def test_a_head_can_be_written_down_and_read_back():
    head = Head(17, "a" * 64)
    assert Head.parse(f"{head}\n") == head


def test_a_notes_hash_depends_on_its_salt():
    assert note_hash(uuid.UUID(int=1), "hej") != note_hash(uuid.UUID(int=2), "hej")


@pytest.mark.parametrize("slip", ["", "17", "17:x", f"17:{'a' * 63}", f"17:{'g' * 64}", f"x:{'a' * 64}"])
def test_a_slip_of_the_pen_is_no_head(slip):
    with pytest.raises(ValueError):
        Head.parse(slip)
