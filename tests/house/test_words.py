"""Names that tell nothing, and addresses that must not stand in the tree."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "services", "service", "managers", "manager", "misc"}
# Split here, or this file would find itself.
REGISTRIES = ["pypi" + ".org", "npm" + "js", "files.python" + "hosted", "registry.yarn" + "pkg", "deb." + "debian"]

pytestmark = [
    pytest.mark.static,
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only git knows what belongs to the tree"),
]


def _tracked() -> list[Path]:
    """What is committed, or will be: a checkout's own folders (.venv, var) are none of our business."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_nothing_is_named_so_that_anything_could_lie_in_it():
    junk = [
        path.relative_to(ROOT)
        for path in _tracked()
        if {path.stem, *path.relative_to(ROOT).parent.parts} & JUNK_DRAWERS
    ]
    assert not junk, f"A thing has a home with a name from the glossary: {junk}"


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_file_names_a_registry(host):
    """Where packages come from is each machine's own matter: mirrors and offline installations must work."""
    needle = host.encode()
    named = [path.relative_to(ROOT) for path in _tracked() if needle in path.read_bytes()]
    assert not named, f"{host} stands in {named}"
