"""PDF: really one, readable without a password, and without anything that runs when it is opened."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice, pairwise

from vaxel.files.domain.unfit import Reason, Unfit

MOST_INFLATED = 40 * 2**20


def _name(word: str) -> bytes:
    """A PDF name as a pattern; any of its letters may be written #4a."""
    return b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (ord(letter), ord(letter), ord(letter)) for letter in word)


RUNS = re.compile(_name("JavaScript") + rb"\b|" + _name("S") + rb"\s*" + _name("Launch") + rb"\b|" + _name("RichMedia"))
LOCKED = re.compile(rb"/Encrypt\b\s*(\d+\s+\d+\s+R|<<)")
OBJECTS = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
TREE = re.compile(rb"/Type\s*/Pages\b")
COUNT = re.compile(rb"/Count\s+(\d{1,5})\b")
MOST_TREES = 1000  # branches looked at


def check_pdf(content: bytes) -> int | None:
    """The number of pages if it can be told. Raises Unfit."""
    if b"%PDF-" not in content[:1024]:
        raise Unfit(Reason.NOT_WHAT_IT_SAYS)
    if b"startxref" not in content[-4096:]:
        raise Unfit(Reason.BROKEN)
    if LOCKED.search(content):
        raise Unfit(Reason.LOCKED)
    inner = _packed_objects(content)
    if RUNS.search(content) or RUNS.search(inner):
        raise Unfit(Reason.ACTIVE)
    return _pages(content) or _pages(inner)


def _packed_objects(content: bytes) -> bytes:
    """What newer files keep in compressed object streams, up to a limit."""
    parts, left, view = [], MOST_INFLATED, memoryview(content)
    for start, end in _streams(content):
        try:
            part = zlib.decompressobj().decompress(view[start:end], left)
        except zlib.error:
            continue
        parts.append(part)
        left -= len(part)
        if left <= 0:
            raise Unfit(Reason.BOMB)
    return b"\n".join(parts)


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Never overlapping, so that the work grows with the file and no faster."""
    starts = [found.end() for found in OBJECTS.finditer(content)]
    for start, following in pairwise([*starts, len(content)]):
        end = content.find(b"endstream", start, following)
        yield start, end if end > 0 else following


def _pages(content: bytes) -> int | None:
    """What the root of the page tree says, else the pages one can see."""
    counts = [count for found in islice(TREE.finditer(content), MOST_TREES) if (count := _count_beside(content, found))]
    return max(counts, default=0) or sum(1 for _ in PAGE.finditer(content)) or None


def _count_beside(content: bytes, found: re.Match[bytes]) -> int:
    """/Count in the same dictionary: nothing opens or closes in between."""
    before = content[max(0, found.start() - 2000) : found.start()].rpartition(b"<<")[2]
    after = content[found.end() : found.end() + 2000].partition(b">>")[0]
    count = COUNT.search(before) or COUNT.search(after)
    return int(count[1]) if count else 0
