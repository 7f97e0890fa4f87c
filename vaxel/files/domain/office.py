"""Word, Excel, PowerPoint and OpenDocument files: what they are inside, and nothing that runs."""

import re
import zipfile

from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.domain.zips import open_zip

HEART = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
RUNS = re.compile(r"vbaproject|vbadata|(^|/)macrosheets/|(^|/)activex/|^basic/|^scripts/|^dialogs/", re.IGNORECASE)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # doc, xls – and what a password turns docx and xlsx into


def check_office(content: bytes, extension: str) -> int | None:
    """The number of pages if the file tells. Raises Unfit."""
    if content.startswith(OLD_OFFICE):
        raise Unfit(Reason.LOCKED)
    if not content.startswith(b"PK"):
        raise Unfit(Reason.NOT_WHAT_IT_SAYS)
    with open_zip(content) as archive:
        names = archive.namelist()
        if not _is_what_it_says(archive, names, extension):
            raise Unfit(Reason.NOT_WHAT_IT_SAYS)
        if any(RUNS.search(name) for name in names) or _declares_macros(archive):
            raise Unfit(Reason.MACROS)
        if _reaches_out(archive) or _declares_entities(archive, names):
            raise Unfit(Reason.ACTIVE)
        return _pages(archive)


def _is_what_it_says(archive: zipfile.ZipFile, names: list[str], extension: str) -> bool:
    if extension in OPEN_DOCUMENT:
        return _start(archive, "mimetype").strip() == OPEN_DOCUMENT[extension]
    return "[Content_Types].xml" in names and any(name.startswith(HEART[extension]) for name in names)


def _declares_macros(archive: zipfile.ZipFile) -> bool:
    return b"macroEnabled" in _start(archive, "[Content_Types].xml")


def _reaches_out(archive: zipfile.ZipFile) -> bool:
    """A template fetched from elsewhere when the document opens: the way in that needs no macro of its own."""
    links = _start(archive, "word/_rels/settings.xml.rels")
    return any(b"attachedTemplate" in link and b"External" in link for link in links.split(b"<Relationship "))


def _declares_entities(archive: zipfile.ZipFile, names: list[str]) -> bool:
    return any(
        b"<!DOCTYPE" in _start(archive, name, 2**16) for name in names if name.lower().endswith((".xml", ".rels"))
    )


def _pages(archive: zipfile.ZipFile) -> int | None:
    found = re.search(rb"<Pages>(\d{1,5})</Pages>", _start(archive, "docProps/app.xml"))
    return int(found[1]) or None if found else None


def _start(archive: zipfile.ZipFile, name: str, most: int = 2**20) -> bytes:
    """The beginning of a part; nothing if there is no such part."""
    try:
        with archive.open(name) as part:
            return part.read(most)
    except (KeyError, zipfile.BadZipFile):
        return b""
