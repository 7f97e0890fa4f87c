#!/usr/bin/env python3
"""Växel for developers, with nothing but Python: python3 dev.py [run | test | setup | lock | audit | sbom | picture]

  run      set up, fill a database with Sweden and an example year, and serve it (--port N, --empty)
  test     set up, then everything that must hold before a change is shared (extra arguments go to pytest)
  setup    set up run and test tools; the environment is .venv, so .venv/bin/vaxel is the command
  lock     write requirements/*.txt and package-lock.json anew (--upgrade for newer versions)
  audit    is any locked package known to be vulnerable? 0 no, 1 yes, 2 not known (--service ADDRESS, or VAXEL_OSV)
  sbom     write what a release is made of to a file, as CycloneDX
  picture  take the picture in README anew, of an example world of its own

The standard library alone: this file runs before anything is installed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the reader may well have an older one
    sys.exit(
        "Växel needs Python 3.11 or later; this is %d.%d. Start dev.py with a newer one, for example:\n"  # noqa: UP031
        "  python3.13 dev.py" % sys.version_info[:2]
    )

if sys.platform == "win32":
    sys.exit("Växel is run and developed on Linux and macOS. On Windows: in WSL.")

from devtools import audit, check, environment, lock, run, sbom
from devtools.terminal import Stop


def main(arguments: list[str]) -> int:
    command, *rest = arguments or ["--help"]
    doors = {
        "run": run.run,
        "test": check.test,
        "setup": environment.setup_command,
        "lock": lock.lock,
        "audit": audit.audit,
        "sbom": sbom.sbom,
        "picture": environment.picture,
    }
    if command not in doors:
        print((__doc__ or "").strip())
        return 0 if command in {"-h", "--help"} else 2
    try:
        return doors[command](rest)
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
