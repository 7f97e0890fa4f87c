"""Small real files of each kind, and hostile ones."""

import io
import struct
import zipfile
import zlib

from docx import Document
from openpyxl import Workbook

OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
)


def pdf(*extra, pages=2):
    parts = [b"%PDF-1.7\n", b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"]
    parts.append(b"2 0 obj <</Type /Pages /Kids [] /Count %d>> endobj\n" % pages)
    parts.extend(extra)
    return b"".join([*parts, b"xref\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"])


def object_stream(inner):
    packed = zlib.compress(inner)
    return (
        b"5 0 obj <</Type /ObjStm /N 1 /First 4 /Length %d>>\nstream\n" % len(packed) + packed + b"\nendstream endobj\n"
    )


def docx(text="Länets redovisning"):
    document = Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx(*rows, title="Blad1", more=()):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for name, other in more:
        page = book.create_sheet(name)
        for row in other:
            page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(content, name, part):
    """The same zip with one part more (or another one of that name)."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    return zipped({**parts, name: part})


def lying(content, declared):
    """The same zip, where every entry says it unpacks to `declared` bytes (in both of its headers)."""
    out = bytearray(content)
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = out.find(mark)
        while at >= 0:
            struct.pack_into("<I", out, at + place, declared)
            at = out.find(mark, at + 4)
    return bytes(out)


def one_sheet(*rows, merged=()):
    """A workbook of one sheet, its rows written as they are."""
    part = SHEET % "".join(rows)
    if merged:
        ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
        part = part.replace("</worksheet>", f"<mergeCells>{ranges}</mergeCells></worksheet>")
    return with_part(xlsx(["a"]), "xl/worksheets/sheet1.xml", part.encode())


def odt(kind="text"):
    return zipped({"mimetype": OPEN_DOCUMENT + kind, "content.xml": "<office/>"})


def pptx():
    return zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"})


PNG = b"\x89PNG\r\n\x1a\n" + bytes(30) + b"IEND\xaeB`\x82"
JPG = b"\xff\xd8\xff\xe0" + bytes(30) + b"\xff\xd9"
GOOD = {
    "a.pdf": pdf(),
    "a.docx": docx(),
    "a.xlsx": xlsx(["kommun", "antal"], ["Åre", 5]),
    "a.pptx": pptx(),
    "a.odt": odt(),
    "a.ods": odt("spreadsheet"),
    "a.csv": "kommun;antal\r\nÅre;5\r\n".encode("windows-1252"),
    "a.txt": "Hej på er".encode(),
    "a.png": PNG,
    "a.jpg": JPG,
    "a.JPEG": JPG,
}
