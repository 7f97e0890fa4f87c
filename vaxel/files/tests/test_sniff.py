import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaxel.files.domain.sniff import LARGEST, sniff
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.costs import work
from vaxel.files.tests.specimens import GOOD, PNG, docx, lying, object_stream, odt, pdf, with_part, xlsx, zipped


def why(name, content):
    with pytest.raises(Unfit) as no:
        sniff(name, content)
    return no.value.reason


@pytest.mark.parametrize("name", GOOD)
def test_ordinary_files_are_taken(name):
    found = sniff(name, GOOD[name])
    assert found.name.lower() == name.lower()
    assert found.extension in name.lower().replace("jpeg", "jpg")


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("inside", GOOD)
def test_a_file_is_what_its_name_says(name, inside):
    """Every kind under every other kind's name; text is text under both of its names."""
    kinds = [one.rpartition(".")[2].lower().replace("jpeg", "jpg") for one in (name, inside)]
    if kinds[0] == kinds[1] or set(kinds) == {"csv", "txt"}:
        sniff(name, GOOD[inside])
    else:
        assert why(name, GOOD[inside]) in {Reason.NOT_WHAT_IT_SAYS, Reason.NOT_TEXT, Reason.BROKEN}


def test_a_text_keeps_its_bytes_and_says_how_it_is_written():
    assert sniff("a.csv", GOOD["a.csv"]).media_type == "text/csv; charset=windows-1252"
    assert sniff("a.txt", GOOD["a.txt"]).media_type == "text/plain; charset=utf-8"
    assert sniff("a.txt", "\ufeffhej".encode()).media_type == "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", ["a.exe", "a", "a.pdf.exe", "a.svg", "a.html", "a.docm", "a.zip", ""])
def test_other_kinds_are_refused_by_name(name):
    assert why(name, pdf()) == Reason.NOT_ALLOWED


def test_empty_and_too_big():
    assert why("a.pdf", b"") == Reason.EMPTY
    assert why("a.txt", b" \r\n\t") == Reason.EMPTY
    assert why("a.txt", b"x" * (LARGEST + 1)) == Reason.TOO_BIG
    assert sniff("a.txt", b"x" * LARGEST)


MACROS = ["word/vbaProject.bin", "word/vbaData.xml", "xl/macrosheets/sheet1.xml", "word/activeX/activeX1.bin"]


@pytest.mark.parametrize("part", MACROS)
def test_macros_are_refused(part):
    assert why("a.docx", with_part(docx(), part, b"x")) == Reason.MACROS


def test_macros_under_another_name_and_in_open_document():
    assert (
        why("a.docx", with_part(docx(), "[Content_Types].xml", b"application/x.macroEnabled.main+xml")) == Reason.MACROS
    )
    assert why("a.odt", with_part(odt(), "Basic/Standard/Module1.xml", b"x")) == Reason.MACROS


def test_a_template_fetched_from_elsewhere_is_refused():
    link = b'<Relationship Id="r" Type="x/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/>'
    assert why("a.docx", with_part(docx(), "word/_rels/settings.xml.rels", link)) == Reason.ACTIVE


def test_xml_that_declares_entities_is_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert why("a.docx", with_part(docx(), "word/extra.xml", bomb)) == Reason.ACTIVE


RUNNING = [
    b"4 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj\n",
    b"4 0 obj <</S /J#61vaScript /JS (app.alert(1))>> endobj\n",
    b"4 0 obj <</S /#4a#61#76#61#53#63#72#69#70#74>> endobj\n",
    b"4 0 obj <</S/Launch /F (cmd.exe)>> endobj\n",
    b"4 0 obj <</S /RichMedia>> endobj\n",
    object_stream(b"4 0 <</S /JavaScript /JS (app.alert(1))>>"),
    object_stream(b"harmless") + object_stream(b"4 0 <</S /Launch>>"),
]


@pytest.mark.parametrize("action", RUNNING)
def test_a_pdf_that_runs_something_is_refused(action):
    assert why("a.pdf", pdf(action)) == Reason.ACTIVE


def test_a_pdf_that_only_mentions_it_is_taken():
    assert sniff("a.pdf", pdf(b"4 0 obj (We write JavaScript and launch things /Launched) endobj\n"))


def test_locked_files_are_refused():
    assert why("a.pdf", pdf(b"trailer <</Encrypt 9 0 R>>\n")) == Reason.LOCKED
    assert why("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)) == Reason.LOCKED


def test_half_a_file_is_broken():
    assert why("a.pdf", pdf()[:-40]) == Reason.BROKEN
    assert why("a.docx", docx()[:-100]) == Reason.BROKEN
    assert why("a.png", PNG[:20]) == Reason.BROKEN


def test_pages_are_told_where_the_file_tells():
    assert sniff("a.pdf", pdf(pages=6)).pages == 6
    assert sniff("a.pdf", pdf(object_stream(b"<</Type/Pages/Count 12>>"), pages=0)).pages == 12
    told = with_part(docx(), "docProps/app.xml", b"<Properties><Pages>4</Pages></Properties>")
    assert sniff("a.docx", told).pages == 4
    assert sniff("a.txt", b"hej").pages is None


SLOW = [b"/Type /Pages ", b"/Count 1 ", b"/ObjStm>>", b"/S      ", b"5 0 obj <</Type /ObjStm>>\nstream\n", b"/J#61"]


def largest(part):
    return pdf(part * (LARGEST // len(part) - 100))


def looked_at(content):
    with suppress(Unfit):
        sniff("a.pdf", content)


@pytest.mark.parametrize("part", SLOW)
def test_the_largest_pdf_takes_no_longer_than_it_should(part):
    """Built to make a careless pattern start over at every place: eighty plain ones before the looking was bounded."""
    plain, built = largest(b"<</A 1>> \n"), largest(part)
    assert work(lambda: looked_at(built)) < 12 * work(lambda: looked_at(plain))


def bomb(size):
    return zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>", "xl/big.xml": bytes(size)})


def unfolded(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.testzip()


def test_a_bomb_is_refused_without_being_unfolded():
    large = bomb(240 * 2**20)
    assert why("a.xlsx", large) == Reason.BOMB
    assert work(lambda: why("a.xlsx", large)) < work(lambda: unfolded(large)) / 10
    assert why("a.xlsx", zipped({f"xl/{one}": b"" for one in range(5000)})) == Reason.BOMB


def test_a_zip_that_lies_about_its_size_is_refused():
    assert why("a.xlsx", lying(bomb(5 * 2**20), 1)) == Reason.BOMB


def test_a_password_inside_the_zip_is_refused():
    content = bytearray(zipped({"word/document.xml": "x"}))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert why("a.docx", bytes(content)) == Reason.LOCKED


def test_an_unusual_compression_is_refused():
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": "x"}
    assert why("a.docx", zipped(parts, zipfile.ZIP_BZIP2)) == Reason.BROKEN


@pytest.mark.parametrize(
    "content", [b"<html>x", b" <!DOCTYPE html>", b"<script>", b"#!/bin/sh", b"\x00\x01", b"MZ\x90\x00x"]
)
def test_what_is_no_text_is_refused_under_a_texts_name(content):
    assert why("a.txt", content) in {Reason.NOT_WHAT_IT_SAYS, Reason.NOT_TEXT}


@given(st.sampled_from(sorted(GOOD)), st.binary(max_size=300))
def test_noise_is_never_a_document(name, content):
    """Whatever arrives, the answer is a reason or a text: no other fault, and no noise taken for a document."""
    try:
        found = sniff(name, content)
    except Unfit:
        return
    assert found.extension in {"csv", "txt"}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["a.docx", "a.xlsx", "a.odt", "a.pdf"]), st.data())
def test_a_damaged_file_gives_a_reason_and_no_fault(name, data):
    content = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        sniff(name, bytes(content[: data.draw(st.integers(1, len(content)))]))
    except Unfit as no:
        assert no.facts["name"] == name


def test_the_sheet_named_in_the_refusal_is_the_cleaned_name():
    with pytest.raises(Unfit) as no:
        sniff("C:\\hemligt\\tabell.pdf", xlsx(["a"]))
    assert no.value.facts["name"] == "tabell.pdf"


def renamed(name):
    return with_part(docx(), name, b"x")


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "word/../../x", "C:\\x", "..\\x"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name):
    assert why("a.docx", renamed(name)) == Reason.BROKEN


def test_a_part_that_stands_twice_is_refused():
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<another/>")
    assert why("a.docx", out.getvalue()) == Reason.BROKEN


def test_zips_within_zips_are_proved_and_not_endlessly():
    assert sniff("a.docx", with_part(docx(), "word/embeddings/a.xlsx", xlsx(["a"])))
    inner = zipped({"0": bytes(40 * 2**20)})
    assert why("a.docx", with_part(docx(), "word/embeddings/a.zip", inner)) == Reason.BOMB
    for _deeper in range(4):
        inner = zipped({"0": inner}, zipfile.ZIP_STORED)
    assert why("a.docx", with_part(docx(), "word/embeddings/a.zip", inner)) == Reason.BOMB


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_found_in_any_encoding_and_however_far_down(encoding):
    said = '<?xml version="1.0"?><!--' + "x" * 2**17 + '--><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'
    assert why("a.docx", with_part(docx(), "word/footnotes.xml", said.encode(encoding))) == Reason.ACTIVE


@pytest.mark.parametrize(
    "xml",
    [
        b"<a><ddeLink ddeService='cmd'/></a>",
        b"<a><w:instrText>DDEAUTO c:\\x</w:instrText></a>",
        b'<a w:instr="DDE x"/>',
    ],
)
def test_what_starts_another_program_is_refused(xml):
    assert why("a.docx", with_part(docx(), "word/x.xml", xml)) == Reason.ACTIVE


@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.jpg"])
def test_a_file_that_is_a_zip_too_is_refused(name):
    assert why(name, GOOD[name] + zipped({"x": b"x"})) == Reason.NOT_WHAT_IT_SAYS


def test_a_page_before_the_pdf_is_refused():
    assert why("a.pdf", b"<script>alert(1)</script>" + pdf()) == Reason.NOT_WHAT_IT_SAYS


SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        (object_stream(SCRIPT).replace(b"/Length", b"/DecodeParms <</Columns 4>> /Length"), Reason.ACTIVE),
        (object_stream(SCRIPT).replace(b"ObjStm", b"Obj#53tm"), Reason.ACTIVE),
        (object_stream(SCRIPT).replace(b"\nendstream", b"\0\nendstream")[:-1], Reason.ACTIVE),
        (object_stream(SCRIPT).replace(b"/Length", b"/Filter [/ASCIIHexDecode /FlateDecode] /Length"), Reason.BROKEN),
        (object_stream(SCRIPT).replace(b"/Length", b"/Filter [/FlateDecode /FlateDecode] /Length"), Reason.BROKEN),
    ],
    ids=["parameters", "escaped", "checksum", "two ways", "twice"],
)
def test_a_script_does_not_hide_in_how_it_is_packed(stream, reason):
    assert why("a.pdf", pdf(stream)) == reason


def test_entries_that_share_their_bytes_are_a_bomb():
    """Each small by itself; together the same bytes many times over."""
    content = zipped({"[Content_Types].xml": b"<a/>", "word/x": bytes(10 * 2**20)})
    place = content.index(b"PK\x01\x02")
    listed, end = content[place : content.index(b"PK\x05\x06")], content[content.index(b"PK\x05\x06") :]
    last = listed[listed.rindex(b"PK\x01\x02") :]
    more = b"".join(last.replace(b"word/x", b"word/%c" % letter) for letter in b"abcdefgh")
    counted = struct.pack("<HHL", 10, 10, len(listed + more))
    assert why("a.docx", content[:place] + listed + more + end[:8] + counted + end[16:]) == Reason.BOMB
