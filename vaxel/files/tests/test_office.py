"""Documents of Word, Excel and LibreOffice: what makes one dangerous, and what does not."""

import pytest

from vaxel.files.domain.office import check_office
from vaxel.files.domain.unfit import Reason, Unfit
from vaxel.files.tests.specimens import docx, with_part, zipped

DOCX = docx()
LINKS = "word/_rels/settings.xml.rels"
TEMPLATE = b'<Relationship Id="r1" Type="x/attachedTemplate" Target="mall.dotx"/>'
OUTSIDE = b'<Relationship Id="r2" Type="x/hyperlink" Target="https://example.se" TargetMode="External"/>'


def why(part, content):
    with pytest.raises(Unfit) as no:
        check_office(with_part(DOCX, part, content), "docx")
    return no.value.reason


def taken(part, content):
    check_office(with_part(DOCX, part, content), "docx")
    return True


@pytest.mark.parametrize("links", [TEMPLATE, OUTSIDE, TEMPLATE + OUTSIDE, OUTSIDE + TEMPLATE], ids=range(4))
def test_a_template_of_its_own_and_a_link_are_harmless(links):
    assert taken(LINKS, b"<Relationships>" + links + b"</Relationships>")


def test_a_template_from_outside_is_not_whatever_else_is_linked():
    fetched = TEMPLATE.replace(b"/>", b' TargetMode="External"/>')
    assert why(LINKS, b"<Relationships>" + OUTSIDE + fetched + b"</Relationships>") == Reason.ACTIVE


def test_a_declaration_behind_many_blanks_is_found():
    assert why("word/x.xml", b"\n" * 60_000 + b'<!DOCTYPE a [<!ENTITY b "c">]><a/>') == Reason.ACTIVE


def test_after_its_first_element_nothing_can_be_declared_and_nothing_is_read():
    assert taken("word/x.xml", b"<a>" + b"x" * 70_000 + b"<!DOCTYPE")


@pytest.mark.parametrize("content", [b"X<x", b"bild <!DOCTYPE a>", b"", b"\x00\x01\x02"])
def test_what_does_not_begin_as_xml_is_none(content):
    assert taken("word/media/image1.emf", content)


@pytest.mark.parametrize(
    "xml",
    [
        b"<<",
        b"<a b>",
        b"<?xml version='1.0' encoding='x-none'?><a/>",
        b"<?xml version='1.0' encoding='shift_jis'?><a/>",
    ],
)
def test_xml_that_nobody_can_read_is_broken(xml):
    assert why("word/x.xml", xml) == Reason.BROKEN


def test_a_call_for_another_program_is_found_far_into_a_large_part():
    xml = b"<a>" + b" " * (3 * 2**20) + b"<w:ddeLink xmlns:w='x'/></a>"
    assert why("word/x.xml", xml) == Reason.ACTIVE
    assert taken("word/x.bin", xml)


@pytest.mark.parametrize(
    ("said", "pages"),
    [
        (b"<Pages>4</Pages>", 4),
        (b"<Pages>99999</Pages>", 99_999),
        (b"<Pages>0</Pages>", None),
        (b"<Pages>100000</Pages>", None),
        (b"<Words>4</Words>", None),
    ],
)
def test_its_pages_are_what_it_says(said, pages):
    assert check_office(with_part(DOCX, "docProps/app.xml", b"<Properties>" + said + b"</Properties>"), "docx") == pages


@pytest.mark.parametrize("extension", ["docx", "xlsx", "pptx", "odt", "ods"])
def test_a_zip_of_something_else_is_no_document(extension):
    with pytest.raises(Unfit) as no:
        check_office(zipped({"läs mig.txt": b"hej"}), extension)
    assert no.value.reason == Reason.NOT_WHAT_IT_SAYS
