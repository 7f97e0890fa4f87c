"""The wheel holds all that a running Växel needs and nothing else, and runs from anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from devtools.places import PYTHON, ROOT, UV
from vaxel import __version__

pytestmark = pytest.mark.static


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Through the sdist, as `uv build` goes: what git ignores must survive both steps."""
    folder = tmp_path_factory.mktemp("wheel")
    builder = UV if UV.exists() else "uv"
    command = [builder, "build", "--no-build-isolation", "--python", PYTHON, "--out-dir", folder, ROOT]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel):
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Unpacked beside the locked packages: no registry is asked."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def _package_files(pattern):
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / "vaxel").rglob(pattern)}


@pytest.mark.parametrize("pattern", ["*.html", "*.css", "*.js", "*.woff2", "*.ttf", "*.mo", "*.csv", "*.svg", "*.toml"])
def test_what_is_no_python_is_inside(names, pattern):
    wanted = {name for name in _package_files(pattern) if "/tests/" not in name}
    assert not wanted - names


def test_third_party_files_are_inside(names):
    vendor = "vaxel/ui/static/ui/vendor"
    assert {f"{vendor}/htmx.min.js", f"{vendor}/LICENSES.txt"} <= names


def test_every_module_is_inside_and_no_test(names):
    code = {name for name in _package_files("*.py") if "/tests/" not in name and "/test_" not in name}
    assert not code - names
    assert not [name for name in names if "/tests/" in name or "/test_" in name]


def test_nothing_else_comes_along(names):
    assert {name.split("/")[0] for name in names} == {"vaxel", f"vaxel-{__version__}.dist-info"}
    assert not [name for name in names if name.endswith((".po~", ".pyc", ".sqlite3"))]


def _vaxel(installed: Path, tmp_path: Path, *arguments: str):
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(installed),
        "VAXEL_DATA": str(tmp_path / "data"),
        "PYTHONSAFEPATH": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "vaxel.site.cli", *arguments],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_runs_from_anywhere(installed, tmp_path):
    assert _vaxel(installed, tmp_path, "--version").stdout == f"vaxel {__version__}\n"


def test_it_makes_its_tables_and_gathers_its_static_files(installed, tmp_path):
    """On a database of its own, wherever DATABASE_URL points: this is about files."""
    migrated = _vaxel(installed, tmp_path, "migrate", "--verbosity", "0")
    assert migrated.returncode == 0, migrated.stderr
    gathered = subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); from vaxel.site.serving import static; static.gather()"],
        cwd=tmp_path,
        env={
            "PYTHONPATH": str(installed),
            "VAXEL_DATA": str(tmp_path / "data"),
            "DJANGO_SETTINGS_MODULE": "vaxel.site.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert gathered.returncode == 0, gathered.stderr
    assert list((tmp_path / "data" / "static" / "ui" / "vendor").glob("htmx.min.*.js"))
