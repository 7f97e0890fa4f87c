"""PDF: really one, readable without a password, and without anything that runs when it is opened."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice

from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.domain.zips import is_zip_too

MOST_INFLATED = 40 * 2**20


def _name(word: str) -> bytes:
    """A PDF name as a pattern; any of its letters may be written #4a."""
    return b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (ord(letter), ord(letter), ord(letter)) for letter in word)


RUNS = re.compile(_name("JavaScript") + rb"\b|" + _name("Launch") + rb"\b|" + _name("RichMedia"))
LOCKED = re.compile(_name("Encrypt") + rb"\b\s*(\d+\s+\d+\s+R|<<)")
OBJECTS = re.compile(_name("ObjStm") + rb"\b|" + _name("XRef") + rb"\b")
STREAM = re.compile(rb"stream[ \t]*(?:\r\n|\n|\r)")
TEXT = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
LONGEST_DICTIONARY = 2000
DEEPEST = 5
XREF, FLATE = re.compile(_name("XRef") + rb"\b"), re.compile(_name("FlateDecode"))
OTHERWISE = re.compile(
    rb"|".join(map(_name, ("ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt")))
)
PIECE = 2**14
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
TREE = re.compile(rb"/Type\s*/Pages\b")
COUNT = re.compile(rb"/Count\s+(\d{1,5})\b")
MOST_LISTS = 50_000  # a file of 20 MB that is meant to be read holds some thousands
MOST_TREES = 1000  # branches looked at


def check_pdf(content: bytes) -> int | None:
    """The number of pages if it can be told. Raises Unfit."""
    if not content[:1024].lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"%PDF-") or is_zip_too(content):
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
        part = _unpacked(view[start:end], left)
        parts.append(part)
        left -= len(part)
        if left <= 0:
            raise Unfit(Reason.BOMB)
    return b"\n".join(parts)


def _unpacked(packed: memoryview, most: int) -> bytes:
    """As far as it can be read, whatever its checksum says: so do the programs that show it."""
    machine, parts = zlib.decompressobj(-zlib.MAX_WBITS), []
    try:
        for start in range(2, len(packed), PIECE):  # two bytes of heading
            parts.append(machine.decompress(packed[start : start + PIECE], most))
            most -= len(parts[-1])
            if machine.eof or most <= 0:
                break
    except zlib.error:
        pass
    return b"".join(parts)


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Never overlapping, so that the work grows with the file and no faster."""
    end = 0
    for number, (found, following) in enumerate(_with_next(OBJECTS.finditer(content), len(content))):
        if number == MOST_LISTS:
            raise Unfit(Reason.BROKEN)
        if found.start() < end:
            continue
        start = STREAM.search(content, found.end(), min(following, found.end() + LONGEST_DICTIONARY))
        if not start and following <= found.end() + LONGEST_DICTIONARY:
            continue
        said = _without_texts(content[found.end() : start.start() if start else found.end() + LONGEST_DICTIONARY])
        if b"endobj" in said:
            continue
        if not start or b"(" in said:
            raise Unfit(Reason.BROKEN)  # no program writes a list's dictionary that long, nor "stream" in a text of it
        if _packed_otherwise(_dictionary(content, found.start(), start.start())):
            raise Unfit(Reason.BROKEN)
        closed = content.find(b"endstream", start.end())
        end = closed if closed > 0 else len(content)
        yield start.end(), end


def _without_texts(dictionary: bytes) -> bytes:
    """A text may hold others within parentheses of its own; deeper than DEEPEST is nobody's."""
    for _ in range(DEEPEST):
        dictionary = TEXT.sub(b"", dictionary)
    return dictionary


def _with_next(found: Iterator[re.Match[bytes]], last: int) -> Iterator[tuple[re.Match[bytes], int]]:
    """Each with where the next begins."""
    before = next(found, None)
    for one in found:
        if before:
            yield before, one.start()
        before = one
    if before:
        yield before, last


def _packed_otherwise(dictionary: bytes) -> bool:
    """In a way that no program writes such lists, and that we do not unpack: there to be overlooked."""
    woven = b"/Predictor" in dictionary and not XREF.search(dictionary)
    return bool(OTHERWISE.search(dictionary)) or len(FLATE.findall(dictionary)) > 1 or woven


def _dictionary(content: bytes, place: int, stream: int) -> bytes:
    return content[max(0, place - LONGEST_DICTIONARY) : stream].rpartition(b" obj")[2]


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
