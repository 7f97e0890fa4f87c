"""Ten kinds of bad files, each as many as are asked for: which one is settled by its number, and by what is read there.

`sort` says what the place takes: "any" kind of file, a "table", a form of "cells", a "pdf".
"""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from functools import cache, partial

from vaxel.files.tests import specimens
from vaxel.files.tests.specimens import with_part, zipped

File = tuple[str, bytes]
MAKERS: dict[str, dict[str, list[Callable[[random.Random], File]]]] = {}
OFFICE = {"any": ("docx", "xlsx", "odt"), "table": ("xlsx",), "cells": ("xlsx",)}
SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"
ENTITIES = b'<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


def hostile(kind: str, sort: str, number: int) -> File:
    chance = random.Random(f"{kind} {sort} {number}")
    makers = MAKERS[kind][sort]
    return makers[number % len(makers)](chance)


def _of(kind: str, *sorts: str):
    def keep(maker):
        for sort in sorts:
            MAKERS.setdefault(kind, {}).setdefault(sort, []).append(partial(maker, sort=sort))
        return maker

    return keep


@cache
def good(extension: str) -> bytes:
    return specimens.GOOD[f"a.{extension}"]


def office(chance, sort) -> tuple[str, bytes]:
    extension = chance.choice(OFFICE[sort])
    return extension, good(extension)


def inside(extension: str) -> str:
    return {"docx": "word/", "xlsx": "xl/", "odt": ""}[extension]


# Bombs


@cache
def zeros(megabytes: int) -> bytes:
    return bytes(megabytes * 2**20)


@_of("bombs", "any", "table", "cells")
def flat(chance, sort):
    extension, content = office(chance, sort)
    return f"bomb.{extension}", with_part(content, f"{inside(extension)}x.bin", zeros(chance.choice([60, 120, 260])))


@_of("bombs", "any", "table", "cells")
def lying(chance, sort):
    """Says that it unpacks to ten bytes."""
    extension, content = office(chance, sort)
    size = chance.choice([8, 40]) * 2**20
    return f"lies.{extension}", with_part(content, "x.bin", zeros(size // 2**20)).replace(struct.pack("<L", size), struct.pack("<L", 10))  # fmt: skip


@_of("bombs", "any", "table", "cells")
def nested(chance, sort):
    extension, content = office(chance, sort)
    inner = zipped({"0": zeros(40)})
    for _deeper in range(chance.randint(1, 6)):
        inner = zipped({f"{n}.zip": inner for n in range(3)})
    return f"nested.{extension}", with_part(content, f"{inside(extension)}embeddings/a.zip", inner)


@_of("bombs", "any", "table", "cells")
def many(chance, sort):
    extension, content = office(chance, sort)
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(5000):
            archive.writestr(f"x/{number}", b"")
    return f"many.{extension}", out.getvalue()


@_of("bombs", "any", "pdf")
def packed_objects(chance, sort):
    stream = specimens.object_stream(zeros(chance.randint(41, 60)))
    return "bomb.pdf", specimens.pdf(stream.replace(b"ObjStm", chance.choice([b"ObjStm", b"XRef"])))


# Entities

DECLARED = (
    b"<!DOCTYPE a [" + ENTITIES + b"]><a>&j;</a>",
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]><a/>',
    b'<!DOCTYPE a PUBLIC "-//X//X//SV" "http://127.0.0.1:9/x.dtd"><a/>',
)


@_of("entities", "any", "table", "cells")
def declared(chance, sort):
    extension, content = office(chance, sort)
    head = b'<?xml version="1.0"?>' + b"<!--" + b"x" * chance.choice([0, 10, 70_000]) + b"-->"
    xml = head + chance.choice(DECLARED)
    if chance.random() < 0.4:
        xml = xml.decode().encode("utf-16")
    part = {"docx": "word/document.xml", "xlsx": SHEET, "odt": "content.xml"}[extension]
    return f"xxe.{extension}", with_part(content, chance.choice([part, f"{inside(extension)}x.xml"]), xml)


@_of("entities", "any", "pdf", "table")
def declared_bare(chance, sort):
    name = {"pdf": "xxe.pdf", "table": "xxe.csv"}.get(sort) or chance.choice(
        ["xxe.pdf", "xxe.docx", "xxe.txt", "xxe.csv"]
    )
    return name, b'<?xml version="1.0"?>' + chance.choice(DECLARED)


# Cut short


@_of("cut short", "any", "table", "cells")
def half_an_office(chance, sort):
    extension, content = office(chance, sort)
    return f"half.{extension}", content[: int(len(content) * chance.uniform(0.05, 0.95))]


@_of("cut short", "any", "pdf")
def half_a_pdf(chance, sort):
    content = specimens.pdf(b"% " + b"x" * 6000 + b"\n")
    return "half.pdf", content[: int(len(content) * chance.uniform(0.05, 0.9))]


@_of("cut short", "any")
def half_a_picture(chance, sort):
    extension = chance.choice(["png", "jpg"])
    return f"half.{extension}", good(extension)[: chance.randint(3, 20)]


@_of("cut short", "table")
def half_a_quote(chance, sort):
    return "half.csv", b"id;namn;kod;v\xc3\xa4rde\n" + b"1;a;2;3\n" * chance.randint(1, 50) + b'2;"b'


@_of("cut short", "any", "table", "cells", "pdf")
def nothing_at_all(chance, sort):
    return f"tom.{chance.choice({'any': ['pdf', 'docx', 'txt'], 'table': ['csv', 'xlsx'], 'cells': ['xlsx'], 'pdf': ['pdf']}[sort])}", b" " if sort == "pdf" else b"\n"  # fmt: skip


# Another kind than it says

OTHERS = (
    b"MZ\x90\x00" + bytes(200),
    b"\x7fELF\x02\x01\x01" + bytes(100),
    b"GIF89a" + bytes(40),
    b"{\\rtf1 hej}",
    b"SQLite format 3\x00" + bytes(100),
    b"\x1f\x8b\x08" + bytes(30),
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"<!doctype html><script>alert(document.cookie)</script>",
    b"<html><table><tr><td>=1+1</td></tr></table></html>",
    b"#!/bin/sh\nid\n",
    b"MIME-Version: 1.0\n\n<html>",
)
NAMED = {"any": ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "png", "jpg"), "table": ("xlsx",), "cells": ("xlsx",), "pdf": ("pdf",)}  # fmt: skip


@_of("another kind", "any", "table", "cells", "pdf")
def another(chance, sort):
    return f"a.{chance.choice(NAMED[sort])}", chance.choice(OTHERS)


@_of("another kind", "any", "table", "cells", "pdf")
def another_of_ours(chance, sort):
    name = chance.choice(NAMED[sort])
    return f"a.{name}", chance.choice([good(one) for one in ("pdf", "docx", "xlsx", "png", "txt") if one != name])


@_of("another kind", "any", "table", "cells", "pdf")
def not_taken_at_all(chance, sort):
    return f"a.{chance.choice(['exe', 'svg', 'html', 'js', 'docm', 'xlsm', 'zip', 'pdf.scr', 'lnk', 'hta'])}", chance.choice(OTHERS)  # fmt: skip


@_of("another kind", "table")
def another_as_text(chance, sort):
    return "a.csv", chance.choice([*OTHERS[:2], *OTHERS[6:10], good("pdf"), good("xlsx")])


# Two kinds at once


@_of("two at once", "any", "pdf")
def pdf_and_zip(chance, sort):
    archive = io.BytesIO(specimens.pdf())
    with zipfile.ZipFile(archive, "a") as added:
        added.writestr("x.class", b"x" * chance.randint(1, 500))
        added.comment = chance.choice([b"", b"%%EOF", b"startxref 9 %%EOF"])
    return "both.pdf", archive.getvalue()


@_of("two at once", "any", "pdf")
def page_and_pdf(chance, sort):
    return "both.pdf", chance.choice([*OTHERS[6:10], OTHERS[0]]) + b"\n" + specimens.pdf()


@_of("two at once", "any")
def picture_and_zip(chance, sort):
    extension = chance.choice(["png", "jpg"])
    return f"both.{extension}", good(extension) + zipped({"x": b"x" * chance.randint(1, 400)})


@_of("two at once", "any", "table", "cells")
def page_and_office(chance, sort):
    extension, content = office(chance, sort)
    return f"both.{extension}", chance.choice(OTHERS) + content


# Names that lead out

OUT = (
    "../../../etc/cron.d/x",
    "..\\..\\x.exe",
    "/etc/passwd",
    "C:\\Windows\\x.dll",
    "xl/../../x",
    "word/media/../../../x",
)


@_of("names that lead out", "any", "table", "cells")
def leading_out(chance, sort):
    extension, content = office(chance, sort)
    return f"../../{chance.choice(OUT)}.{extension}", with_part(content, chance.choice(OUT), b"x")


@_of("names that lead out", "any", "table", "cells")
def twice(chance, sort):
    """Two parts of one name: one reader sees the first, another the second."""
    extension, content = office(chance, sort)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = chance.choice(archive.namelist())
    other = name[:-1] + chr(ord(name[-1]) ^ 1)
    return f"twice.{extension}", with_part(content, other, b"<x/>").replace(other.encode(), name.encode())


@_of("names that lead out", "any", "table", "cells", "pdf")
def a_name_that_lies(chance, sort):
    extension = chance.choice(NAMED[sort])
    return f"..\\..\\x.{extension}{chance.choice(['.exe', '.php', '/../x.sh', ' .js'])}", good("pdf")


# Too large a shape


@_of("too large a shape", "table", "cells")
def far_corners(chance, sort):
    corner = chance.choice([("XFD", 1048576), ("A", 1048576), ("ZZZZZZ", 9), ("XFD", 999)])
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="%d"><c r="%s%d"><v>1</v></c></row>' % (corner[1], corner[0].encode(), corner[1])  # fmt: skip
    return "far.xlsx", with_part(
        good("xlsx"), SHEET, SPREADSHEET + b"<sheetData>" + cells + b"</sheetData></worksheet>"
    )


@_of("too large a shape", "table", "cells")
def much_xml(chance, sort):
    return "much.xlsx", with_part(good("xlsx"), SHEET, SPREADSHEET + b" " * (41 * 2**20))


@_of("too large a shape", "cells")
def merged(chance, sort):
    xml = SPREADSHEET + b'<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    return "merged.xlsx", with_part(good("xlsx"), SHEET, xml)


@_of("too large a shape", "table")
def broad(chance, sort):
    return "broad.csv", b";".join(b"%d" % n for n in range(chance.choice([301, 50_000, 2_000_000]))) + b"\n1;2\n"


@_of("too large a shape", "table")
def long(chance, sort):
    return "long.csv", b"kod;namn;id;v\xc3\xa4rde\n" + b"1;2;3;4\n" * chance.choice([20_001, 900_000])


@_of("too large a shape", "any", "pdf")
def too_many_bytes(chance, sort):
    extension = "pdf" if sort == "pdf" else chance.choice(["pdf", "docx", "txt", "png"])
    return f"large.{extension}", good(extension) + zeros(21)


# Things that run

RUNS = ("{}vbaProject.bin", "{}vbaData.xml", "xl/macrosheets/sheet1.xml", "{}activeX/activeX1.bin", "Basic/Standard/x.xml", "Scripts/python/x.py")  # fmt: skip


@_of("things that run", "any", "table", "cells")
def macros(chance, sort):
    extension, content = office(chance, sort)
    return f"makro.{extension}", with_part(content, chance.choice(RUNS).format(inside(extension)), b"x")


@_of("things that run", "any", "table", "cells")
def fetches(chance, sort):
    extension, content = office(chance, sort)
    xml = chance.choice(
        [
            b"<a><ddeLink ddeService='cmd' ddeTopic='/c calc'/></a>",
            b"<a><w:instrText>DDEAUTO c:\\\\x</w:instrText></a>",
            b'<a w:instr=" DDE cmd"/>',
        ]
    )
    return f"dde.{extension}", with_part(content, f"{inside(extension)}externalLinks/externalLink1.xml", xml)


@_of("things that run", "any", "pdf")
def scripts(chance, sort):
    packed = specimens.object_stream(SCRIPT)
    hidden = [
        b"9 0 obj " + SCRIPT + b" endobj\n",
        b"9 0 obj <</S/Launch/F(cmd.exe)>> endobj\n",
        b"9 0 obj <</S/#4aava#53cript/JS(1)>> endobj\n",
        b"9 0 obj <</S%x\n/L#61unch/F(x)>> endobj\n",
        b"9 0 obj <</Type/Annot/Subtype/RichMedia>> endobj\n",
        packed,
        packed.replace(b"ObjStm", b"Obj#53tm"),
        packed.replace(b"/Length", b"/DecodeParms <</Columns 1>> /Length"),
        packed.replace(b"/Length", b"/Filter [/FlateDecode /FlateDecode] /Length"),
        packed.replace(b"/Length", b"/Filter [/ASCII85Decode /FlateDecode] /Length"),
    ]
    return "skript.pdf", specimens.pdf(chance.choice(hidden))


# No text


@_of("no text", "any", "table")
def no_text(chance, sort):
    bad = chance.choice([b"a;b\x00\n1;2\n", b"a;b\n\x07;\x1b[31m\n", b"\xff\xfea\x00;\x00\xd8", b"\xef\xbb\xbfa;\xff\xfe\n", bytes(range(256)), b"a;b\n\x81;\x8d\n"])  # fmt: skip
    return f"text.{chance.choice(['csv', 'txt'])}", bad


@_of("no text", "cells", "table")
def no_xml(chance, sort):
    bad = [b"<a>\xff\xfe</a>", b"<a>\x00</a>", b"<a b='\x01'/>", b"<?xml version='1.0' encoding='x-none'?><a/>", b"<a><b></a>", b"<a>&nbsp;</a>", b"<" * 5000]  # fmt: skip
    return "sheet.xlsx", with_part(good("xlsx"), SHEET, chance.choice(bad))


@_of("no text", "any", "pdf")
def a_pdf_in_wide_letters(chance, sort):
    return "wide.pdf", specimens.pdf().decode("latin-1").encode(chance.choice(["utf-16", "utf-32", "utf-16-be"]))


# Locked

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@_of("locked", "any", "table", "cells")
def old_or_locked(chance, sort):
    extension, _content = office(chance, sort)
    return f"last.{extension if extension != 'odt' else 'docx'}", OLD + chance.randbytes(600)


@_of("locked", "any", "table", "cells")
def locked_zip(chance, sort):
    extension, content = office(chance, sort)
    changed = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = content.find(mark, at + 4)
    return f"last.{extension}", bytes(changed)


@_of("locked", "any", "pdf")
def locked_pdf(chance, sort):
    return "last.pdf", specimens.pdf(b"trailer <</Encrypt %d 0 R>>\n" % chance.randint(1, 90))


@_of("locked", "pdf")
def sealed_and_endless(chance, sort):
    """Not locked to us, but for hours: it says that milliards of objects stand in no bytes at all."""
    return "evig.pdf", (
        b"%%PDF-1.7\n1 0 obj <</Type/Catalog/ByteRange 1>> endobj\n5 0 obj <</Type/XRef/Encrypt <<>>/W [0 0 0]/Index [0 %d]"
        b"/Size 2000000000/Root 1 0 R/Length 0>>\nstream\n\nendstream endobj\nstartxref\n57\n%%%%EOF\n"
        % chance.randint(10**8, 2 * 10**9)
    )


KINDS = tuple(MAKERS)
