"""A body's part of a round, and its answer."""

from collections.abc import Iterator

from proofs.promise import Figure
from proofs.states.course import course

NAME = "states-delivery"
PROMISE = "Whatever is done in whatever order, a delivery is only ever in legal states, and is what its receipts say."


def run(scale: float = 1) -> Iterator[Figure]:
    return course("delivery", scale)
