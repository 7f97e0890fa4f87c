"""Who acts for whom."""

from collections.abc import Iterator

from proofs.promise import Figure
from proofs.states.course import course

NAME = "states-mandate"
PROMISE = (
    "Whatever is done in whatever order, a mandate is only ever in legal states, and on every day those act who should."
)


def run(scale: float = 1) -> Iterator[Figure]:
    return course("mandate", scale)
