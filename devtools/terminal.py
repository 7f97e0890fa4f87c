"""What the developer sees: one line per step with its time, and on failure the words that matter."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.places import ROOT, TOOL


class Stop(Exception):  # noqa: N818 - it is a sentence to a person
    """Says what is wrong and the exact command that mends it."""


class Line:
    """A step's line while the work goes on; what is put in `ending` follows its time."""

    ending = ""


@contextmanager
def step(title: str) -> Iterator[Line]:
    """`  title        2.1 s`; the title stands there while the work goes on."""
    print(f"  {title:<44}", end=" ", flush=True)
    line, started = Line(), time.monotonic()
    try:
        yield line
    except BaseException:
        print("stopped", flush=True)
        raise
    print(f"{time.monotonic() - started:5.1f} s{line.ending}", flush=True)


def quietly(command: Sequence[str | Path], *, hint: str = "", env: Mapping[str, str] | None = None) -> None:
    """Run it without a word; a failure shows the end of what it said, and where the rest is."""
    ended = _ended(command, env)
    if ended.returncode == 0:
        return
    log = TOOL / "last-failure.log"
    log.parent.mkdir(exist_ok=True)
    log.write_text(ended.stdout, encoding="utf-8")
    end = "\n".join(ended.stdout.rstrip().splitlines()[-25:])
    raise Stop(f"{_shown(command)} failed:\n\n{end}\n\n{hint or f'All it said: {log}'}")


def answer(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> tuple[bool, str]:
    """Whether it went well, and everything it said."""
    ended = _ended(command, env)
    return ended.returncode == 0, ended.stdout.rstrip()


def _ended(command: Sequence[str | Path], env: Mapping[str, str] | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _shown(command: Sequence[str | Path]) -> str:
    return " ".join(str(part).removeprefix(f"{ROOT}/") for part in command)
