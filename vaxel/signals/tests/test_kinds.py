"""Which signals are open, which wait for an answer, and which may be shown to all."""

from vaxel.signals.domain.kinds import OPEN, SHOWN_TO_ALL, WAITING, SignalKind, SignalState


def test_what_is_closed_merged_or_withdrawn_is_not_open():
    assert {state.value for state in set(SignalState) - OPEN} == {"closed", "merged", "withdrawn"}


def test_what_nobody_has_answered_yet_waits():
    assert {state.value for state in WAITING} == {"new", "taken"}


def test_only_what_others_can_learn_from_is_shown_to_all():
    assert {kind.value for kind in SignalKind if kind in SHOWN_TO_ALL} == {"good_example", "practice"}
