"""Who lived, and why that is right: survivors/CAPABILITY.json, a table for each module, a reason for each mutant."""

import json
from pathlib import Path

from proofs.teeth import kills
from proofs.teeth.mutants import mutants

FOLDER = Path(__file__).parent / "survivors"


def reasons() -> dict[tuple[str, str], str]:
    """(module, mutant) → why nobody can tell it from the rule."""
    found = {}
    for path in sorted(FOLDER.glob("*.json")):
        for module, table in json.loads(path.read_text(encoding="utf-8")).items():
            found |= {(module, mutant): why for mutant, why in table.items() if why.strip()}
    return found


def living(module: str) -> list[str]:
    return [name for name, one in kills.read(module).items() if not one.killer]


def unexplained(modules: list[str]) -> list[str]:
    known = reasons()
    return [f"{module}: {name}" for module in modules for name in living(module) if (module, name) not in known]


def gone(modules: list[str]) -> list[str]:
    """Reasons for what is no mutant any more, or is killed by now."""
    told = []
    for module, name in reasons():
        if module in modules and name not in living(module):
            told.append(
                f"{module}: {name}"
                if name in {one.name for one in mutants(module)}
                else f"{module}: {name} (no such mutant)"
            )
    return told
