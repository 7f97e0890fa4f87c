"""Keys that are kept: what was hashed once is hashed alike ever after, or a receipt already given is not found again."""

from hashlib import sha256

import pytest

from vaxel.rounds.domain.keys import UNDONE_BY, covering, frame_key, receipt_key
from vaxel.rounds.domain.state import Step


def hashed(text):
    return sha256(text.encode()).hexdigest()


def test_a_receipts_key_is_the_forms_bound_to_delivery_and_step():
    assert receipt_key("formulär", 7, "answered") == hashed("7:answered:formulär")
    assert receipt_key("formulär", 7, "answered", 0) == hashed("7:answered:formulär")
    assert receipt_key("formulär", 7, "answered", 1) == hashed("7:answered:formulär:1")
    assert receipt_key("formulär", 7, "answered", 2) == hashed("7:answered:formulär:2")


def test_what_a_compilation_covers_is_every_body_its_outcome_and_its_answer_in_order():
    assert covering([]) == hashed("")
    assert covering([(12, 3, 1), (4, 1, 0)]) == hashed("12:3:1;4:1:0;")
    assert len({covering([row]) for row in [(1, 3, 1), (2, 3, 1), (1, 4, 1), (1, 3, 2)]}) == 4


def test_a_frame_is_its_day_and_its_bodies():
    assert frame_key("2026-03-31", b"\x00\x07") == sha256(b"2026-03-31:\x00\x07").hexdigest()


ANSWERED, NOTHING, DECLINED, WITHDRAWN = Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED, Step.WITHDRAWN


@pytest.mark.parametrize(
    ("step", "undone_by"),
    [
        (ANSWERED, {WITHDRAWN, Step.COMPLETION_REQUESTED}),
        (NOTHING, {WITHDRAWN, Step.COMPLETION_REQUESTED}),
        (DECLINED, {WITHDRAWN, Step.COMPLETION_REQUESTED}),
        (WITHDRAWN, {ANSWERED, NOTHING, DECLINED}),
        (Step.APPROVED, {ANSWERED, NOTHING, DECLINED, WITHDRAWN}),
        (Step.COMPLETION_REQUESTED, {ANSWERED, NOTHING, DECLINED, WITHDRAWN}),
        *((step, None) for step in (Step.SENT, Step.RECEIVED, Step.RELAYED, Step.RECALLED, Step.ADOPTED)),
    ],
)
def test_which_steps_undo_which(step, undone_by):
    assert UNDONE_BY.get(step) == undone_by
