"""What a release is made of, that anyone can make it again, and an audit that never takes silence for good news."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from proofs.promise import Figure
from proofs.supply_chain.auditing import figures
from proofs.supply_chain.building import boms, wheels

NAME = "supply-chain"
PROMISE = "SBOM, a wheel built twice is byte-equal, and a dependency audit that fails closed."


def run(scale: float) -> Iterator[Figure]:
    """In short the wheel is left out: tests/house/test_wheel.py builds one already."""
    with tempfile.TemporaryDirectory() as folder:
        yield from boms(Path(folder))
        if scale >= 1:
            yield from wheels(Path(folder))
    yield from figures()
