"""Växel as it was: each earlier release named in releases.toml, taken out of git into a folder of its own."""

import io
import subprocess
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMED = Path(__file__).with_name("releases.toml")


class MissingError(Exception):
    """The clone does not reach back to the release."""


@dataclass(frozen=True)
class Release:
    version: str
    commit: str
    brought: str


def releases() -> list[Release]:
    """The oldest first."""
    rows = tomllib.loads(NAMED.read_text(encoding="utf-8"))["release"]
    return [Release(row["version"], row["commit"], row["brought"]) for row in rows]


def take_out(release: Release, folder: Path) -> Path:
    """Its package, as it was committed."""
    asked = ["git", "-C", str(ROOT), "archive", release.commit, "vaxel"]
    done = subprocess.run(asked, capture_output=True, check=False)
    if done.returncode:
        raise MissingError(
            f"Release {release.version} is commit {release.commit[:10]}, which this clone does not hold "
            f"({done.stderr.decode().strip()}). Fetch it: git fetch --unshallow, or git fetch origin {release.commit}"
        )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder
