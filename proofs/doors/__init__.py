"""Every address asked by everyone, every file and link replayed by the wrong one, every list held against what it leads to."""

from collections.abc import Iterable

from proofs import tested
from proofs.promise import Figure

NAME = "doors"
PROMISE = "Nobody reaches what is not theirs: not by an address, a file, a link, a key or a list."


def run(scale: float) -> Iterable[Figure]:
    return tested.figures("proofs.doors.scene:figures", scale)
