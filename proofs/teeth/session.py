"""One run of the tests over some modules' mutants, in a process of its own and politely."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from proofs.kept import ROOT
from proofs.teeth import kills

ALONE = "not browser and not libreoffice"
OPTIONS = "-q -p proofs.teeth.trial -p no:cacheprovider -p no:warnings --assert=plain".split()


@dataclass(frozen=True)
class Lot:
    """Some tests: where they lie, which of them, and how many seconds of them a mutant meets at most."""

    paths: tuple[str, ...]
    marks: str
    seconds: float

    @property
    def name(self) -> str:
        """Another when any of the tests is."""
        found = hashlib.sha256(repr(self).encode())
        for folder in self.paths:
            for path in sorted((ROOT / folder).rglob("*.py") if (ROOT / folder).is_dir() else [ROOT / folder]):
                if path.stem.startswith("test_") or path.parent.name == "tests":
                    found.update(path.read_bytes())
        return f"{self.marks}:{found.hexdigest()[:16]}"


def lots(capability: str) -> tuple[Lot, Lot]:
    """Those that meet no database first: most rules are killed by them, in milliseconds."""
    own = (f"vaxel/{capability}",)
    return Lot(own, f"static and {ALONE}", 1.5), Lot(own, ALONE, 12.0)


def tried(modules: Sequence[str], lot: Lot, *, politely: bool = True) -> None:
    """Their results are then in kills. What this lot has met before is not met again."""
    while left := [module for module in modules if lot.name not in kills.looked_with(module)]:
        for module in left:
            kills.nothing_is_tried(module)
        done = _run(left, lot, politely)
        missed = any(lot.name not in kills.looked_with(module) for module in left)
        if missed and not any(list(map(kills.fell, left))):
            raise RuntimeError(f"The tests ended before every mutant was tried: {(done.stdout + done.stderr)[-2000:]}")


def _run(left: Sequence[str], lot: Lot, politely: bool) -> subprocess.CompletedProcess[str]:
    order = {"modules": left, "budget": lot.seconds, "lot": lot.name, "folder": str(kills.FOLDER)}
    command = [sys.executable, "-m", "pytest", *OPTIONS, *lot.paths, "-m", lot.marks]
    environment = {**os.environ, "TEETH": json.dumps(order), "CI": "1"}
    for name in ("PYTEST_CURRENT_TEST", "DATABASE_URL"):
        environment.pop(name, None)
    command = ["nice", "-n", "19", *command] if politely else command
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
