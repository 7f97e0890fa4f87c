"""What became of each mutant, kept under .tool: a kill stands while the module and the test that made it are the same."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from devtools.places import TOOL
from proofs.kept import ROOT
from proofs.teeth.mutants import Mutant, path_of

FOLDER = TOOL / "teeth"


@dataclass(frozen=True)
class Kill:
    """`killer` is a test, or what ended it; empty when it lives after `tests` of them."""

    killer: str
    tests_hash: str = ""
    tests: int = 0

    def stands(self) -> bool:
        if not self.tests_hash:
            return True
        path = ROOT / self.killer.split("::")[0]
        return path.exists() and hashed(path) == self.tests_hash


@cache
def hashed(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def read(module: str) -> dict[str, Kill]:
    """Nothing, if the module has changed."""
    return {name: Kill(**one) for name, one in _kept(module).get("mutants", {}).items()}


def looked_with(module: str) -> set[str]:
    """The lots of tests it has met, each named by what they were then."""
    return set(_kept(module).get("looked", []))


def write(module: str, found: dict[str, Kill], lot: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = {
        "module": hashed(path_of(module)),
        "looked": sorted({*looked_with(module), lot} - {""}),
        "mutants": {name: asdict(one) for name, one in found.items()},
    }
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    (FOLDER / f"{module}.json").write_text(text + "\n", encoding="utf-8")


# -- a mutant that ends the process it is tried in is killed, and the next process has to know -----------------------


def is_tried(mutant: Mutant, test: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    now = {"mutant": mutant.name, "test": test}
    _under_way(mutant.module).write_text(json.dumps(now), encoding="utf-8")


def nothing_is_tried(module: str) -> None:
    _under_way(module).unlink(missing_ok=True)


def fell(module: str) -> bool:
    """The test that met one of its mutants when the process ended has killed it. False: it was no mutant's doing."""
    if not _under_way(module).exists():
        return False
    now = json.loads(_under_way(module).read_text(encoding="utf-8"))
    killer = Kill(now["test"], hashed(ROOT / now["test"].split("::")[0]))
    write(module, read(module) | {now["mutant"]: killer}, "")
    nothing_is_tried(module)
    return True


def _under_way(module: str) -> Path:
    return FOLDER / f"{module}.under-way"


def _kept(module: str) -> dict[str, Any]:
    path = FOLDER / f"{module}.json"
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return kept if kept.get("module") == hashed(path_of(module)) else {}
