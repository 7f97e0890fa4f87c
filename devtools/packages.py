"""Every package that is locked: what a release is made of, and what it is made and tested with."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from devtools.places import REQUIREMENTS, ROOT

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)
NPM = ROOT / "package-lock.json"


@dataclass(frozen=True, order=True)
class Package:
    ecosystem: str  # as OSV calls it: PyPI or npm
    name: str
    version: str
    integrity: str = ""
    license: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.ecosystem})"


def all_locked() -> list[Package]:
    return sorted({*from_requirements(REQUIREMENTS.glob("*.txt")), *from_npm(NPM)})


def from_requirements(files: Iterable[Path]) -> set[Package]:
    return {Package("PyPI", *found) for file in files for found in LOCKED.findall(file.read_text(encoding="utf-8"))}


def from_npm(lock: Path) -> set[Package]:
    rows = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {
        Package(
            "npm",
            place.rpartition("node_modules/")[2],
            row["version"],
            row.get("integrity", ""),
            row.get("license", ""),
        )
        for place, row in rows.items()
        if place
    }
