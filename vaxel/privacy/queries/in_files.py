"""The words of a file, as far as they can be read without the program it was made in."""

import io
import re
import zipfile
import zlib

from vaxel.files.models import Attachment

TAG = re.compile(rb"<[^>]*>")
PARAGRAPH = re.compile(rb"</(?:w:p|a:p|text:p|si|c|row)>")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")
READ = (".xml", ".rels", ".txt")
LARGEST_PART = 30 * 2**20


def attachments_naming(wanted):
    """Each attachment in whose bytes one of the words can be read. Pictures, and pdf in other codings, cannot be."""
    rows = Attachment.objects.select_related("blob").order_by("id")
    seen: dict[str, bool] = {}
    for one in rows.iterator(20):
        if one.blob_id not in seen:
            seen[one.blob_id] = wanted.are_in(text_of(one.blob.content, one.blob.media_type))
        if seen[one.blob_id]:
            yield one


def text_of(content, media_type) -> str:
    content = bytes(content)
    if content[:2] == b"PK":
        return _zipped(content)
    if content[:5] == b"%PDF-":
        return _pdf(content)
    if media_type.startswith("image/"):
        return ""
    return _plain(content)


def _zipped(content):
    """Word, Excel and their like: every part without its marks, a paragraph a line."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [one for one in archive.infolist() if one.filename.endswith(READ) and one.file_size <= LARGEST_PART]
        return "\n".join(_without_marks(archive.read(one)) for one in parts)


def _without_marks(part):
    return TAG.sub(b"", PARAGRAPH.sub(b"\n", part)).decode("utf-8", "replace")


def _pdf(content):
    found = [content]
    for stream in STREAM.findall(content):
        try:
            found.append(zlib.decompressobj().decompress(stream, LARGEST_PART))
        except zlib.error:
            continue
    shown = (b"".join(SHOWN.findall(one)) for one in found)
    return "\n".join(part.decode("latin-1") for part in (*found, *shown))


def _plain(content):
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
