"""Looking into a zipped document without trusting what it says of itself."""

import io
import struct
import zipfile
import zlib

from vaxel.files.domain.unfit import Reason, Unfit

MOST_ENTRIES = 4000
MOST_BYTES = 250 * 2**20  # unpacked, all entries together
SMALL = 30 * 2**20  # below this, any ratio is harmless
MOST_RATIO = 120
STEP = 2**20


def open_zip(content: bytes) -> zipfile.ZipFile:
    """The archive, once proved to unpack to what it declares and no more. Raises Unfit."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error, UnicodeDecodeError):
        raise Unfit(Reason.BROKEN) from None
    _modest(entries, len(content))
    for entry in entries:
        _honest(entry, content)
    return archive


def _modest(entries: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or total > MOST_BYTES or (total > SMALL and total > packed * MOST_RATIO):
        raise Unfit(Reason.BOMB)


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
    return content[start + 30 + name + extra :][: entry.compress_size]


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
