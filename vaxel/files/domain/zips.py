"""Looking into a zipped document without trusting what it says of itself."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from vaxel.files.domain.unfit import Reason, Unfit

LISTED = b"PK\x01\x02"  # before each entry of the list at the end
END, END_SIZE = b"PK\x05\x06", 22
LONGEST_COMMENT = 2**16
LEADS_OUT = re.compile(r"(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\x00")
DEEPEST = 2  # a workbook within a document, and a picture's source within that
MOST_ENTRIES = 4000
MOST_BYTES = 250 * 2**20  # unpacked, all entries together
SMALL = 30 * 2**20  # below this, any ratio is harmless
MOST_RATIO = 120
STEP = 2**20


def open_zip(content: bytes, depth: int = 0) -> zipfile.ZipFile:
    """The archive, once proved to unpack to what it declares and no more. Raises Unfit."""
    if content.count(LISTED) > 2 * MOST_ENTRIES:
        raise Unfit(Reason.BOMB)  # the list itself would take all memory
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error):
        raise Unfit(Reason.BROKEN) from None
    _modest(entries, len(content))
    _plainly_named(entries)
    for entry in entries:
        _honest(entry, content)
    _look_inside(archive, entries, depth)
    return archive


def is_zip_too(content: bytes) -> bool:
    """Something else that a reader of zips opens as well: their list stands last in a file, whatever it begins with."""
    tail = content[-LONGEST_COMMENT - END_SIZE :]
    place = tail.rfind(END)
    while place >= 0:
        if place + END_SIZE + int.from_bytes(tail[place + 20 : place + END_SIZE], "little") == len(tail):
            return True
        place = tail.rfind(END, 0, place)
    return False


def _modest(entries: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or total > MOST_BYTES or (total > SMALL and total > packed * MOST_RATIO):
        raise Unfit(Reason.BOMB)
    if sum(entry.compress_size for entry in entries) > packed:
        raise Unfit(Reason.BOMB)  # several share the same bytes


def _plainly_named(entries: list[zipfile.ZipInfo]) -> None:
    """No name leads out of the folder it is unpacked in, and none stands twice: two readers would see two documents."""
    names = [entry.orig_filename for entry in entries]
    if len(set(names)) < len(names) or any(LEADS_OUT.search(name) for name in names):
        raise Unfit(Reason.BROKEN)


def _look_inside(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], depth: int) -> None:
    """A zip within the zip is proved as well: we never unpack it, but the one who fetches it does."""
    for entry in entries:
        with reading(archive, entry) as part:
            if part.read(4) != b"PK\x03\x04":
                continue
            if depth == DEEPEST or entry.file_size > SMALL:
                raise Unfit(Reason.BOMB)
            open_zip(b"PK\x03\x04" + part.read(), depth + 1).close()


@contextmanager
def reading(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> Iterator[IO[bytes]]:
    """One part of it. What its reader makes of a damaged one is said as everything else here. Raises Unfit."""
    try:
        with archive.open(entry) as part:
            yield part
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise Unfit(Reason.BROKEN) from None


def _honest(entry: zipfile.ZipInfo, content: bytes) -> None:
    """Unpacks the entry's own bytes, counting: another reader might not stop at the declared size."""
    if entry.flag_bits & 1:
        raise Unfit(Reason.LOCKED)
    packed = _packed(entry, content)
    if entry.compress_type == zipfile.ZIP_STORED:
        size = len(packed)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        size = _unpacked_size(packed, entry.file_size)
    else:
        raise Unfit(Reason.BROKEN)
    if size != entry.file_size:
        raise Unfit(Reason.BOMB if size > entry.file_size else Reason.BROKEN)


def _packed(entry: zipfile.ZipInfo, content: bytes) -> bytes:
    start = entry.header_offset
    header = content[start : start + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise Unfit(Reason.BROKEN)
    name, extra = struct.unpack("<HH", header[26:30])
    start += 30 + name + extra
    return content[start : start + entry.compress_size]


def _unpacked_size(packed: bytes, declared: int) -> int:
    size, machine, rest = 0, zlib.decompressobj(-zlib.MAX_WBITS), packed
    try:
        while size <= declared and not machine.eof:
            out = machine.decompress(rest, STEP)
            size, rest = size + len(out), machine.unconsumed_tail
            if not out and not rest:
                break
    except zlib.error:
        raise Unfit(Reason.BROKEN) from None
    return size
