"""Schemathesis over the whole interface for programs, three keys, a database of its own."""

from collections.abc import Iterable

from proofs import tested
from proofs.promise import Figure

NAME = "api"
PROMISE = "Nothing that a program can send makes the interface fail, or answer in a way that is not described."


def run(scale: float) -> Iterable[Figure]:
    return tested.figures("proofs.api.cases:figures", scale)
