"""Word, Excel, PowerPoint and OpenDocument files: what they are inside, and nothing that runs."""

import re
import zipfile
from xml.parsers import expat

from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.domain.zips import open_zip, reading

HEART = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
RUNS = re.compile(r"vbaproject|vbadata|(^|/)macrosheets/|(^|/)activex/|^basic/|^scripts/|^dialogs/", re.IGNORECASE)
# Data that another program is started to fetch. In text one may write of it; as an instruction one may not.
FETCHES = re.compile(rb"<(\w+:)?ddeLink\b|instrText[^>]{0,200}>[^<]{0,200}DDE|:instr=\"[^\"]{0,200}DDE|:dde-source\b")
STEP = 2**16
MOST_READ = 40 * 2**20
BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
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
        if _reaches_out(archive) or any(_declares_entities(archive, name) or _fetches(archive, name) for name in names):
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


def _declares_entities(archive: zipfile.ZipFile, name: str) -> bool:
    """Read as XML as far as the first element, in whatever encoding: a declaration can only stand before it."""
    with reading(archive, name) as part:
        start = part.read(STEP)
        while start and not start.strip(BLANK):
            start = part.read(STEP)  # blanks do not make it another kind of part
        if not start.lstrip(BLANK).startswith(b"<"):
            return False
        heard: list[str] = []
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = lambda *_: heard.append("doctype")
        parser.StartElementHandler = lambda *_: heard.append("element")
        try:
            while start and not heard:
                parser.Parse(start)
                start = part.read(STEP)
        except (expat.ExpatError, LookupError, ValueError):  # the last two for an encoding that it does not know
            raise Unfit(Reason.BROKEN) from None
    return heard[:1] == ["doctype"]


def _fetches(archive: zipfile.ZipFile, name: str) -> bool:
    return name.lower().endswith(".xml") and bool(FETCHES.search(_start(archive, name, MOST_READ)))


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
