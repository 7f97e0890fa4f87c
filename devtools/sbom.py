"""`dev.py sbom FILE`: what a release is made of, as CycloneDX: what it runs on and what the browser gets."""

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from devtools.packages import NPM, Package, from_npm
from devtools.places import PYTHON, REQUIREMENTS, ROOT
from devtools.terminal import Stop, quietly


def sbom(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        raise Stop("dev.py sbom takes the file to write.")
    target = Path(arguments[0]).resolve()
    write(target)
    print(f"{target}: {len(json.loads(target.read_text(encoding='utf-8'))['components'])} packages")
    return 0


def write(target: Path) -> None:
    """The same bytes each time: no moment and no random number, so that two builds can be compared."""
    locked = REQUIREMENTS / "run.txt"
    command = [PYTHON, "-m", "cyclonedx_py", "requirements", locked, "--pyproject", ROOT / "pyproject.toml"]
    quietly([*command, "--mc-type", "application", "--output-reproducible", "--sv", "1.6", "-o", target])
    bom = json.loads(target.read_text(encoding="utf-8"))
    bom["components"] += [_component(package) for package in sorted(from_npm(NPM))]
    target.write_text(json.dumps(bom, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _component(package: Package) -> dict[str, Any]:
    purl = f"pkg:npm/{quote(package.name, safe='/')}@{package.version}"
    digest = base64.b64decode(package.integrity.partition("-")[2]).hex()
    return {
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "purl": purl,
        "hashes": [{"alg": "SHA-512", "content": digest}],
        "licenses": [{"license": {"id": package.license}}],
    }
