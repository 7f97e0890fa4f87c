import datetime as dt
import uuid
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vaxel.journal.domain.chain import GENESIS, Head, Link, link_hash, note_hash

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


def test_a_head_can_be_written_down_and_read_back():
    head = Head(17, "a" * 64)
    assert Head.parse(f"{head}\n") == head


def test_a_notes_hash_depends_on_its_salt():
    assert note_hash(uuid.UUID(int=1), "hej") != note_hash(uuid.UUID(int=2), "hej")
