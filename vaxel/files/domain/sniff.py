"""Is a file what its name says, and something we take? By its bytes, never by what the browser claims."""

from collections.abc import Collection
from dataclasses import dataclass

from vaxel.files.domain.decoding import encoding_of
from vaxel.files.domain.names import clean_name, extension_of
from vaxel.files.domain.office import check_office
from vaxel.files.domain.pdf import check_pdf
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.domain.zips import is_zip_too

LARGEST = 20 * 2**20
OFFICE = "application/vnd.openxmlformats-officedocument"
ALLOWED = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
}
ALSO = {"jpeg": "jpg"}
# What a text must not begin with: another kind of file under a text's name.
NO_TEXT = (b"mz\x90", b"\x7felf", b"#!", b"pk\x03\x04", b"%pdf-", b"<html", b"<!doctype", b"<script", b"<?xml", b"<svg")


@dataclass(frozen=True)
class Sniffed:
    name: str
    extension: str
    media_type: str
    pages: int | None = None


def sniff(name: str, content: bytes, allowed: Collection[str] = frozenset(ALLOWED)) -> Sniffed:
    """Raises Unfit with the reason and what the sentence needs: name, extension, limit. Keeps the bytes as they are."""
    extension = ALSO.get(extension_of(name), extension_of(name))
    try:
        _admit(extension, content, allowed)
        pages, charset = _look(extension, content)
    except Unfit as no:
        raise Unfit(no.reason, **{"name": clean_name(name), "extension": extension, **no.facts}) from no
    return Sniffed(clean_name(name), extension, ALLOWED[extension] + charset, pages)


def _admit(extension: str, content: bytes, allowed: Collection[str]) -> None:
    if extension not in allowed:
        raise Unfit(Reason.NOT_ALLOWED, allowed=sorted(allowed))
    if not content:
        raise Unfit(Reason.EMPTY)
    if len(content) > LARGEST:
        raise Unfit(Reason.TOO_BIG, limit=LARGEST)


def _look(extension: str, content: bytes) -> tuple[int | None, str]:
    """(pages if known, charset of a text)"""
    match extension:
        case "pdf":
            return check_pdf(content), ""
        case "png":
            _picture(content, b"\x89PNG\r\n\x1a\n", b"IEND")
        case "jpg":
            _picture(content, b"\xff\xd8\xff", b"\xff\xd9")
        case "csv" | "txt":
            return None, f"; charset={_text(content)}"
        case _:
            return check_office(content, extension), ""
    return None, ""


def _picture(content: bytes, start: bytes, end: bytes) -> None:
    if not content.startswith(start) or is_zip_too(content):
        raise Unfit(Reason.NOT_WHAT_IT_SAYS)
    if end not in content[-65536:]:
        raise Unfit(Reason.BROKEN)


def _text(content: bytes) -> str:
    if not content.strip():
        raise Unfit(Reason.EMPTY)
    if content.lstrip()[:16].lower().startswith(NO_TEXT):
        raise Unfit(Reason.NOT_WHAT_IT_SAYS)
    return encoding_of(content).removesuffix("-sig")
