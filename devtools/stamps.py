"""A step is skipped when nothing it read has changed since it last went well, and what it made is still there."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from devtools.places import ROOT, TOOL
from devtools.terminal import step


def unless_done(title: str, work: Callable[[], None], *, reads: Iterable[Path], makes: Iterable[Path]) -> bool:
    """True if the work was done now."""
    stamp, made = TOOL / "stamps" / title.replace(" ", "-"), list(makes)
    inputs = list(reads)
    if stamp.exists() and stamp.read_text() == _digest(inputs) and all(path.exists() for path in made):
        return False
    stamp.unlink(missing_ok=True)
    with step(title):
        work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(_digest(inputs))  # afterwards: the work may itself have made one of them
    return True


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes() if path.exists() else b"-")
    return digest.hexdigest()
