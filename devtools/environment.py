"""From a bare checkout to a complete .venv, each step skipped when it is already done."""

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from devtools import machine
from devtools.places import PYTHON, REQUIREMENTS, ROOT, TOOL, UV, VAXEL, VENV
from devtools.stamps import unless_done
from devtools.terminal import Stop, quietly, step

UV_SETTINGS = {
    "VIRTUAL_ENV": str(VENV),
    "UV_COMPILE_BYTECODE": "1",  # or the first start of every command is slow
    "UV_PYTHON_DOWNLOADS": "never",  # the machine's Python, never one fetched from elsewhere
    "UV_SYSTEM_CERTS": "1",  # as pip does: an organisation's own certificates are trusted
    "UV_NO_PROGRESS": "1",
}
NO_NETWORK = (
    "If the packages could not be fetched: is the network there? An own mirror is named in the environment "
    "(PIP_INDEX_URL and UV_DEFAULT_INDEX, npm_config_registry), a proxy in HTTPS_PROXY."
)
LOCKED = [REQUIREMENTS / "test.txt", REQUIREMENTS / "rules.txt"]
VENDOR = ROOT / "vaxel" / "ui" / "static" / "ui" / "vendor"


def setup_command(arguments: Sequence[str]) -> int:
    if arguments:
        raise Stop("dev.py setup takes no arguments.")
    setup()
    print(f"Ready. The command is {VAXEL.relative_to(ROOT)}; next: python3 dev.py run")
    return 0


def picture(arguments: Sequence[str]) -> int:
    if arguments:
        raise Stop("dev.py picture takes no arguments.")
    setup()
    with step("the picture in README"):
        quietly([PYTHON, "-m", "devtools.picture"])
    return 0


def setup(*, browser: bool = True) -> None:
    """Everything `run` needs and, with `browser`, what `test` needs on top. Quick and silent when nothing is left."""
    first, started = not VENV.exists(), time.monotonic()
    print("Setting up Växel (about a minute the first time)" if first else "Setting up Växel")
    done = [_installer(), _packages(), _npm_packages(), _assets(), _fonts(), _translations()]
    if not any(done):
        print(f"  everything is in place already               {time.monotonic() - started:5.1f} s")
    if browser and not machine.install_chromium():
        print(f"\n{machine.no_chromium()}\n")
    if browser and not machine.install_libreoffice():
        print(f"\n{machine.no_libreoffice()}\n")


def _installer() -> bool:
    reads = [REQUIREMENTS / "tool.txt"]
    return unless_done("the installer (uv)", _make_tool, reads=reads, makes=[UV, TOOL / "bin" / "python"])


def _make_tool() -> None:
    machine.require_venv()
    for name in ("bin", "lib"):  # a half-made or moved environment; stamps and logs stay
        shutil.rmtree(TOOL / name, ignore_errors=True)
    quietly([sys.executable, "-m", "venv", TOOL])
    pip = [TOOL / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    quietly([*pip, "--require-hashes", "-r", REQUIREMENTS / "tool.txt"], hint=NO_NETWORK)


def _packages() -> bool:
    reads = [*LOCKED, ROOT / "pyproject.toml", VENV / "pyvenv.cfg"]
    return unless_done("Python packages", _sync, reads=reads, makes=[PYTHON, VAXEL])


def _sync() -> None:
    if not PYTHON.exists():
        quietly([UV, "venv", "--clear", "--python", sys.executable, VENV], env=UV_SETTINGS)
    quietly([UV, "pip", "sync", "--require-hashes", *LOCKED], env=UV_SETTINGS, hint=NO_NETWORK)
    # Last: a sync removes what it does not list, the project itself too. Built with the locked hatchling.
    quietly([UV, "pip", "install", "--no-deps", "--no-build-isolation", "--editable", ROOT], env=UV_SETTINGS)


def _npm_packages() -> bool:
    reads = [ROOT / "package.json", ROOT / "package-lock.json"]
    return unless_done("npm packages", _npm_ci, reads=reads, makes=[ROOT / "node_modules" / ".package-lock.json"])


def _npm_ci() -> None:
    npm = machine.machines_npm() or npm_from_pypi()
    quietly([*npm, "ci", "--ignore-scripts"], env=npm_settings(), hint=NO_NETWORK)


def npm_settings() -> dict[str, str]:
    """Node from PyPI trusts only its own list of certificates; the machine's may name an organisation's proxy."""
    return {} if machine.machines_npm() else {"NODE_OPTIONS": "--use-system-ca"}


def npm_from_pypi() -> list[str]:
    env = {**UV_SETTINGS, "VIRTUAL_ENV": str(TOOL)}
    quietly([UV, "pip", "install", "--require-hashes", "-r", REQUIREMENTS / "node.txt"], env=env, hint=NO_NETWORK)
    npm = machine.node_from_pypi(TOOL)
    if not npm:
        raise Stop(f"No npm on this machine, and no ready-made one for it. Do: {machine.apt_install('npm')}")
    return npm


def _assets() -> bool:
    ours = ROOT / "vaxel" / "ui"
    reads = [ours / "assets.toml", ours / "assets.py", ROOT / "package-lock.json"]
    work = lambda: quietly([PYTHON, ours / "assets.py"])  # noqa: E731
    return unless_done("what the browser gets", work, reads=reads, makes=[VENDOR / "htmx.min.js"])


def _fonts() -> bool:
    reads = [ROOT / "devtools" / "build_fonts.py", ROOT / "package-lock.json"]
    work = lambda: quietly([PYTHON, "-m", "devtools.build_fonts"])  # noqa: E731
    return unless_done("fonts for printed pages", work, reads=reads, makes=[VENDOR / "fonts"])


def _translations() -> bool:
    sources = translation_sources()
    work = lambda: quietly([PYTHON, "-m", "devtools.build_translations"])  # noqa: E731
    return unless_done("translations", work, reads=sources, makes=[path.with_suffix(".mo") for path in sources])


def translation_sources() -> list[Path]:
    return sorted((ROOT / "vaxel").glob("*/locale/*/LC_MESSAGES/*.po"))
