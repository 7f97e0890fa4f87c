"""The wheel and the list of what it is made of, made twice."""

import hashlib
import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from devtools import sbom
from devtools.packages import NPM, from_npm, from_requirements
from devtools.places import PYTHON, REQUIREMENTS, ROOT, UV
from proofs.promise import Figure, exactly, said

SPEC = "CycloneDX"


def wheels(folder: Path) -> Iterator[Figure]:
    """From the sdist, as `uv build` goes. The moment inside is the commit's; without one hatchling has a fixed one."""
    moment = subprocess.run(
        ["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
    ).stdout.strip()
    first, second = _build(folder / "one", moment), _build(folder / "two", moment)
    yield exactly("wheel built twice: bytes alike", first.read_bytes() == second.read_bytes(), True)
    yield said("wheel: SHA-256", hashlib.sha256(first.read_bytes()).hexdigest())
    other = _build(folder / "three", str(int(moment or time.time()) - 86_400))
    differs = first.read_bytes() != other.read_bytes()
    yield exactly("control: another SOURCE_DATE_EPOCH gives other bytes", differs, True)


def _build(folder: Path, moment: str) -> Path:
    command = [str(UV if UV.exists() else "uv"), "build", "--no-build-isolation", "--python", str(PYTHON)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": moment} if moment else None
    subprocess.run([*command, "--out-dir", str(folder), str(ROOT)], env=env, capture_output=True, check=True)
    return next(folder.glob("*.whl"))


def boms(folder: Path) -> Iterator[Figure]:
    one, two = folder / "one.json", folder / "two.json"
    sbom.write(one)
    sbom.write(two)
    bom = json.loads(one.read_text(encoding="utf-8"))
    named = {(component["name"].lower(), component.get("version")) for component in bom["components"]}
    locked = from_requirements([REQUIREMENTS / "run.txt"]) | from_npm(NPM)
    yield exactly("SBOM: format", f"{bom['bomFormat']} {bom['specVersion']}", f"{SPEC} 1.6")
    yield said("SBOM: packages", len(named))
    yield exactly(
        "SBOM: locked packages it lacks", sum((each.name.lower(), each.version) not in named for each in locked), 0
    )
    yield exactly("SBOM: written twice, bytes alike", one.read_bytes() == two.read_bytes(), True)
