"""A PDF from outside, taken apart in a process of its own: built to, it would hold its reader for hours or fill its memory.

The file comes on standard input, what its seals say goes out as JSON; the limits are set once the reader is loaded.
"""

import json
import resource
import signal
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from vaxel.funding.documents.seal import SealFound, UnreadablePdfError, seals_of

SECONDS, MEMORY = 0.7, 600 * 2**20  # of its own work, once loaded; a contract takes a tenth of each
PATIENCE = 20  # for the start, on a machine with much to do
PACKAGE = Path(__file__).resolve().parents[3]
SEALED = b"/ByteRange"  # never packed: it says where in the file the seal itself lies


def seals_apart(pdf: bytes) -> list[SealFound]:
    """As `seals_of`. Nothing can be said of a file that takes more than its share."""
    if b"%PDF-" not in pdf[:1024]:
        raise UnreadablePdfError
    if SEALED not in pdf:
        return []
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__], input=pdf, capture_output=True, cwd=PACKAGE, timeout=PATIENCE, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise UnreadablePdfError from error
    return [_found(**each) for each in json.loads(done.stdout)]


def _found(*, at: str | None, **told) -> SealFound:
    return SealFound(at=datetime.fromisoformat(at) if at else None, **told)


def _limited() -> None:
    import pyhanko.pdf_utils.reader
    import pyhanko.sign.validation  # noqa: F401 - loaded before the time is counted

    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # its end is the process's
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    _limited()
    try:
        seals = seals_of(sys.stdin.buffer.read())
    except UnreadablePdfError:
        sys.exit(1)
    json.dump([asdict(one) for one in seals], sys.stdout, default=str)


if __name__ == "__main__":
    main()
