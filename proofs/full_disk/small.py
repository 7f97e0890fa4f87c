"""A disk of a few megabytes, that only what is started inside it sees: no file of anybody else's can be hit."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SPARE = 1_200_000  # bytes left beside the ballast: some tens of answers
ROOM = 24 * 2**20  # bytes beside what it begins with: what five fillings leave behind, and ballast still


@dataclass(frozen=True)
class SmallDisk:
    at: Path  # as those inside see it
    seen: Path  # as we do
    inside: Sequence[str]  # what comes before a command to run it there
    size: int

    def fill(self) -> None:
        left = os.statvfs(self.seen)
        (self.seen / "ballast").write_bytes(b"\0" * max(0, left.f_bavail * left.f_frsize - SPARE))

    def make_room(self) -> None:
        (self.seen / "ballast").unlink()


@contextmanager
def small_disk(folder: Path, holding: Path) -> Iterator[SmallDisk]:
    """With a copy of one file on it. An ordinary user makes it in a user namespace of its own; root needs none."""
    at, size = folder / "small", holding.stat().st_size + ROOM
    at.mkdir()
    own_user = [] if not os.geteuid() else ["--user", "--map-root-user"]
    script = f"mount -t tmpfs -o size={size} vaxel {at} && cp {holding} {at}/ && echo ready && exec sleep infinity"
    holder = subprocess.Popen(
        ["unshare", "--mount", *own_user, "sh", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        if holder.stdout is None or holder.stdout.readline().strip() != "ready":
            said = holder.communicate()[1].strip()
            raise RuntimeError(f"This machine lets us mount no small disk, not even of our own (unshare: {said})")
        places = f"/proc/{holder.pid}"
        user = [f"--user={places}/ns/user", "--preserve-credentials"] if own_user else []
        yield SmallDisk(at, Path(f"{places}/root{at}"), ["nsenter", f"--mount={places}/ns/mnt", *user], size)
    finally:
        holder.kill()
        holder.wait()
