"""`dev.py test`: everything that must hold before a change is shared."""

import os
import subprocess
from collections.abc import Sequence

from devtools import environment, machine
from devtools.places import ROOT, VENV
from devtools.terminal import Stop, answer, step

STATIC = {
    "ruff: rules": ["ruff", "check", "--output-format", "concise", "."],
    "ruff: format": ["ruff", "format", "--check", "--output-format", "concise", "."],
    "mypy: the rules' types": ["mypy", "--no-error-summary"],
    "import-linter: the layers": ["lint-imports", "--no-logo"],
}

MOST_WORKERS = 4  # each brings a browser, a server and, now and then, eight writers of its own


def test(arguments: Sequence[str]) -> int:
    """Exit code 0 only if all passed. `--no-static` leaves out what no database can change."""
    rest = [argument for argument in arguments if argument != "--no-static"]
    static = len(rest) == len(arguments)
    environment.setup()
    if not machine.chromium() and "not browser" not in rest:
        raise Stop(machine.no_chromium())
    if static:
        _static()
    elif "-m" not in rest:
        rest = ["-m", "not static", *rest]
    return _pytest([*_side_by_side(arguments), *rest])


def _static() -> None:
    print("Reading the source")
    faults = [said for title, command in STATIC.items() if (said := _fault(title, command))]
    if faults:
        raise Stop("\n\n".join(faults))


def _fault(title: str, command: Sequence[str]) -> str:
    """What it complained of, or nothing."""
    with step(title) as line:
        well, said = answer([VENV / "bin" / command[0], *command[1:]])
        line.ending = "" if well else "  ✗"
    return "" if well else f"✗ {title}  (.venv/bin/{' '.join(command)})\n{said}"


def _side_by_side(asked: Sequence[str]) -> list[str]:
    """The whole suite on every core, a database and a browser each; what is asked for by name runs as asked."""
    whole = set(asked) <= {"--no-static"}
    return ["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "worksteal"] if whole else []


def _pytest(arguments: Sequence[str]) -> int:
    database = os.environ.get("DATABASE_URL", "SQLite").split(":")[0]
    print(f"Running the tests on {database}", flush=True)
    return subprocess.call([str(VENV / "bin" / "pytest"), *arguments], cwd=ROOT, env=_compiled())


def _compiled():
    """Each worker, and each `vaxel` that a test starts, reads compiled code instead of compiling all of it anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
