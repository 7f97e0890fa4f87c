"""The state after a step, and the state that all steps together say: what is kept is a projection."""

from collections.abc import Iterable

from vaxel.signals.domain.kinds import SignalState as S
from vaxel.signals.domain.kinds import Step

# Whatever the state was. A merged signal follows the one it is merged into: only taking it out changes it.
_LEADS_TO = {
    Step.WRITTEN: S.NEW,
    Step.SEND_UP: S.NEW,
    Step.SEND_ACROSS: S.NEW,
    Step.MERGE: S.MERGED,
    Step.UNMERGE: S.TAKEN,
    Step.ANSWER: S.ANSWERED,
    Step.CLOSE: S.CLOSED,
    Step.REOPEN: S.TAKEN,
    Step.WITHDRAW: S.WITHDRAWN,
}
_OUT_OF_A_MERGE = frozenset({Step.UNMERGE, Step.WITHDRAW})


def after(state: S | None, step: Step, *, more_to_come: bool = False) -> S:
    """`more_to_come`: fed back by one thing it became, while another has yet to be."""
    if state == S.MERGED and step not in _OUT_OF_A_MERGE:
        return S.MERGED
    if step == Step.TAKE:
        return S.TAKEN if state == S.NEW else _known(state)
    if step == Step.RELEASE:
        return S.NEW if state == S.TAKEN else _known(state)
    if step == Step.FED_BACK:
        return _fed_back(_known(state), more_to_come)
    return _LEADS_TO.get(step) or _known(state)


def _fed_back(state: S, more_to_come: bool) -> S:
    """What it led to is an answer; with nothing more to come it is also the end of the line."""
    if state == S.WITHDRAWN:
        return state
    return S.ANSWERED if more_to_come and state != S.CLOSED else S.CLOSED


def _known(state: S | None) -> S:
    if state is None:
        raise ValueError("a signal begins by being written")
    return state


def rebuilt(steps: Iterable[tuple[Step, S]]) -> S | None:
    """(step, the state noted with it) in order → the state they add up to; None where a note is not what follows."""
    state: S | None = None
    for step, noted in steps:
        if state is None and step != Step.WRITTEN:
            return None
        if noted not in {after(state, step), after(state, step, more_to_come=True)}:
            return None
        state = noted
    return state
