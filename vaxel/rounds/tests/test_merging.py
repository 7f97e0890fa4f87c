"""Rulebook: two colleagues in one draft never overwrite each other."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from vaxel.rounds.domain.merging import Merge, fingerprint, fingerprints, merge


def test_only_what_was_touched_is_saved():
    seen = fingerprints({"a": 1, "b": 2})
    assert merge({"a": 1, "b": 3}, seen, {"a": 1, "b": 2}) == Merge({"b": 3}, {})


def test_a_colleagues_answer_to_another_question_stays():
    seen = fingerprints({"a": 1})
    assert merge({"a": 5, "b": None}, seen, {"a": 1, "b": "Kims"}) == Merge({"a": 5}, {})


def test_both_changed_the_same_question():
    seen = fingerprints({"a": 1})
    assert merge({"a": 5}, seen, {"a": 7}) == Merge({}, {"a": 7})


def test_both_wrote_the_same():
    assert merge({"a": 5}, fingerprints({"a": 1}), {"a": 5}) == Merge({}, {})


def test_emptying_is_a_change():
    assert merge({"a": None}, fingerprints({"a": 1}), {"a": 1}) == Merge({"a": None}, {})


def test_changing_back_after_an_autosave_is_a_change():
    saved = fingerprints({"a": 2})  # the form got new fingerprints when 2 was saved
    assert merge({"a": 1}, saved, {"a": 2}) == Merge({"a": 1}, {})


def test_what_was_shown_empty_needs_no_fingerprint():
    assert set(fingerprints({"a": 0, "b": None, "c": ""})) == {"a", "c"}
    assert merge({"b": 1}, {}, {}) == Merge({"b": 1}, {})
    assert merge({"b": 1}, {}, {"b": 2}) == Merge({}, {"b": 2})


def test_a_fingerprint_is_of_what_is_said_in_whatever_order_it_is_kept():
    assert fingerprint({"r1": {"c": 1}, "r2": {}}) == fingerprint({"r2": {}, "r1": {"c": 1}})
    assert len({fingerprint(value) for value in (None, 0, "", "0", [], ["0"], {"r": 1}, {"r": 2})}) == 8


def test_a_form_opened_before_a_new_version_of_vaxel_is_understood_after_it():
    assert fingerprint({"b": 1, "a": "Vi"}) == sha256(b'{"a": "Vi", "b": 1}').hexdigest()[:10]


VALUES = st.dictionaries(st.sampled_from("abc"), st.none() | st.integers(0, 3))


@given(VALUES, VALUES, VALUES)
def test_what_a_colleague_changed_is_never_overwritten(shown, posted, stored):
    result = merge(posted, fingerprints(shown), stored)
    after = {**stored, **result.changes}
    for key in posted:
        if stored.get(key) != shown.get(key):
            assert after.get(key) == stored.get(key)
        elif posted[key] != shown.get(key):
            assert after.get(key) == posted[key]
