"""A round, from draft to feedback."""

from collections.abc import Iterator

from proofs.promise import Figure
from proofs.states.course import course

NAME = "states-round"
PROMISE = (
    "Whatever is done in whatever order, a round is only ever in legal states, and its page offers what may be done."
)


def run(scale: float = 1) -> Iterator[Figure]:
    return course("round", scale)
