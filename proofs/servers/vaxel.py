"""Växel's own processes, started as an operator would: the command, with its settings in the environment."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from proofs.servers import ports

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240  # seconds: a machine where all proofs run at once starts slowly


def environment(database: str, data: Path, **more: str) -> dict[str, str]:
    """For a `vaxel` of this checkout that shares nothing with the one who runs the proof."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VAXEL_", "DATABASE_", "PYTEST"))}
    own = {"DATABASE_URL": database, "VAXEL_DATA": str(data), "VAXEL_SECRET_KEY": "of-one-proof-alone" * 3}
    return {**kept, **own, "PYTHONPATH": str(ROOT), **more}


def run(
    env: Mapping[str, str], *arguments: str, check: bool = True, inside: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """`vaxel …`, to its end. `inside`: what comes before a command to run it on another host (hosts.py)."""
    done = subprocess.run([*inside, *COMMAND, *arguments], env=dict(env), capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise RuntimeError(f"vaxel {' '.join(arguments)} said {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done


def module(env: Mapping[str, str], name: str, function: str, *arguments: int) -> Any:
    """What a function of a module here answers in a process of its own, with those settings: numbers in, JSON out."""
    call = (
        "import django, json, sys; django.setup(); "
        f"from {name} import {function} as f; json.dump(f(*map(int, sys.argv[1:])), sys.stdout)"
    )
    settings = {"DJANGO_SETTINGS_MODULE": "vaxel.site.settings"}
    command = [sys.executable, "-c", call, *map(str, arguments)]
    done = subprocess.run(command, env={**env, **settings}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}.{function} said: {done.stderr.strip()[-2000:]}")
    return json.loads(done.stdout)


def script(env: Mapping[str, str], name: str, *arguments: str) -> str:
    """What a module here prints when run in a process of its own, with those settings."""
    command = [sys.executable, "-m", name, *arguments]
    done = subprocess.run(command, env=dict(env), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} said: {done.stderr.strip()[-3000:]}")
    return done.stdout


def start(env: Mapping[str, str], *arguments: str, log: Path, inside: Sequence[str] = ()) -> subprocess.Popen[bytes]:
    """In a process group of its own, so that all of it can be killed at once."""
    with log.open("ab") as file:
        command = [*inside, *COMMAND, *arguments]
        return subprocess.Popen(command, env=dict(env), stdout=file, stderr=file, start_new_session=True)


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of it and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def end(process: subprocess.Popen[bytes]) -> None:
    """As an operator stops it."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        kill(process)


@contextmanager
def web(
    env: Mapping[str, str],
    folder: Path,
    *,
    workers: int | None = 2,
    together: bool = False,
    at: tuple[str, int] | None = None,
    inside: Sequence[str] = (),
) -> Iterator[str]:
    """The address of a web server; with `together` its worker and tick too. `workers=None`: as many as by default; `at`: another than a port of ours."""
    host, port = at or ("127.0.0.1", ports.free())
    address, log = f"http://{host}:{port}", folder / f"web-{host}-{port}.log"
    some = ["--workers", str(workers)] if workers else []
    line = ["serve", "--host", host, "--port", str(port), *some, *(["--all"] if together else [])]
    process = start({"VAXEL_URL": address, **env}, *line, log=log, inside=inside)
    try:
        wait_until_it_answers(address, process, log)
        yield address
    finally:
        end(process)


def wait_until_it_answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        if process.poll() is not None:
            raise RuntimeError(f"vaxel serve ended: {log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(f"{address}/", timeout=20):  # noqa: S310 - our own, by http
                return
        except urllib.error.HTTPError:
            return  # it answers, and what it answers is the proof's matter
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer: {log.read_text()[-2000:]}")


COMMAND = [sys.executable, "-m", "vaxel.site.cli"]
