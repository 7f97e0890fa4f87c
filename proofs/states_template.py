"""A template and its versions."""

from collections.abc import Iterator

from proofs.promise import Figure
from proofs.states.course import course

NAME = "states-template"
PROMISE = (
    "Whatever is done in whatever order, a template is only ever in legal states, and what was used never changes."
)


def run(scale: float = 1) -> Iterator[Figure]:
    return course("template", scale)
