"""Every field mapped, one person's data whole in her hands, and gone by decision while everything sealed still verifies."""

import json
import subprocess
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from proofs.promise import Figure, at_least, exactly, said
from proofs.servers import ordinary, postgres, vaxel

NAME = "personal-data"
PROMISE = (
    "Every field is mapped to purpose and time; one person's data is exported whole and erased by decision, while receipts "
    "and the sealed journal still verify; each thing sent and received has its entry in the register."
)


def run(scale: float) -> Iterable[Figure]:
    """On a SQLite and a PostgreSQL of its own. A small scale takes SQLite alone."""
    with ExitStack() as stack:
        folder = stack.enter_context(ordinary.workplace("personal"))
        addresses = [f"sqlite:///{folder / 'proof.sqlite3'}"]
        if scale == 1:
            addresses.append(stack.enter_context(postgres.server()).new_database())
        for address in addresses:
            vaxel.run(vaxel.environment(address, folder), "migrate")
            yield from _of(_measured(folder, address))
            yield from _control(_measured(folder, address, "control"))


def _measured(folder: Path, address: str, *arguments: str) -> dict:
    """In a process of its own, which takes back what it has planted."""
    env = vaxel.environment(address, folder)
    command = [sys.executable, "-m", "proofs.personal_data.alone", *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=vaxel.ROOT)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return json.loads(done.stdout)


def _of(found: dict) -> Iterable[Figure]:
    on = found["database"]
    yield exactly(f"{on}: fields mapped, of {found['fields']}", found["mapped"], found["fields"])
    yield said(f"{on}: of these about a person", found["personal"])
    yield at_least(f"{on}: fields with a word of hers planted", found["planted"], 100)
    yield exactly(f"{on}: of these found in her export", found["planted"] - len(found["absent"]), found["planted"])
    yield exactly(f"{on}: her words left in any table after the erasure", len(found["left"]), 0)
    yield exactly(f"{on}: her words left in any file", found["in_files"], 0)
    yield said(f"{on}: fields that the law keeps as signed or decided", found["kept"])
    yield exactly(f"{on}: faults that vaxel verify finds before", len(found["faults_before"]), 0)
    yield exactly(f"{on}: faults that vaxel verify finds after", len(found["faults_after"]), 0)
    yield exactly(f"{on}: things sent and received without an entry in a register", len(found["unregistered"]), 0)
    yield at_least(f"{on}: things sent and received, with an entry each", found["registered"], 20)


def _control(found: dict) -> Iterable[Figure]:
    """The same search where nothing was erased: it must find what was planted, or it proves nothing."""
    yield at_least(f"{found['database']}: control, nothing erased: words found left", len(found["left"]), 60)
