"""The papers, opened by a real reader: the questions as Word and pdf, the copy for the register."""

import csv
import io
import re

import pytest
from docx import Document

from vaxel.files.domain.sniff import sniff
from vaxel.rounds import documents
from vaxel.rounds.domain.question import QuestionType
from vaxel.rounds.models import Receipt
from vaxel.rounds.queries.story import story

OPTIONS = [{"id": "a", "label": "Ja"}, {"id": "b", "label": "Nej"}]
EVERY_TYPE = {
    "sections": [
        {
            "id": "s1",
            "title": "Medlen & annat <b>",
            "help": "Gäller hela året.",
            "questions": [
                {
                    "id": f"q{place}",
                    "type": str(kind),
                    "label": f"Fråga om {kind} på Åre #1 $x$ *ej fet*",
                    "help": "Se bilaga 1.",
                    "required": place % 2 == 0,
                    "options": OPTIONS if kind in ("one", "many") else [],
                    "rows": [{"id": "r", "label": "2019"}] if kind == "table" else [],
                    "columns": [{"id": "c", "label": "Kronor", "type": "money"}] if kind == "table" else [],
                }
                for place, kind in enumerate(QuestionType)
            ],
        }
    ]
}


@pytest.fixture
def asked(sweden):
    return sweden.round(content=EVERY_TYPE)


def words(asked):
    document = Document(io.BytesIO(documents.questions_docx(asked)))
    return document, [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_word_opens_with_real_headings(asked):
    document, lines = words(asked)
    assert ("Title", asked.title) in lines
    assert ("Heading 1", "Medlen & annat <b>") in lines
    assert len([line for style, line in lines if style == "Heading 2"]) == len(QuestionType)
    assert document.core_properties.language == "sv-SE"
    assert ("No Spacing", "Från: Nationella kansliet") in lines


def test_word_has_boxes_lines_and_tables_to_fill(asked):
    document, lines = words(asked)
    assert [line for style, line in lines if style == "List"][:2] == ["☐ Ja", "☐ Nej"]
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["", "Kronor"]
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_letters_that_no_font_has_and_controls_do_not_stop_a_paper(sweden):
    """😀 in an answer gave no receipt at all, and a line break of Word's no questions."""
    content = {"sections": [{"id": "s1", "title": "A\x0bB", "questions": [{"id": "q", "type": "text", "label": "Hur gick det? 😀\x01"}]}]}  # fmt: skip
    version = sweden.template(content)
    assert ("Heading 1", "AB") in words(version)[1]
    assert documents.questions_pdf(version).startswith(b"%PDF-")


def test_a_template_alone_can_be_printed(sweden):
    version = sweden.template(EVERY_TYPE)
    assert ("Title", "Redovisning av medel") in words(version)[1]
    assert documents.questions_pdf(version).startswith(b"%PDF")


def test_pdf_says_it_is_for_keeping_and_for_reading_aloud(asked):
    content = documents.questions_pdf(asked)
    metadata = content[content.index(b"<x:xmpmeta") : content.index(b"</x:xmpmeta>")].decode()
    assert re.search(r"pdfaid:part\W+2", metadata)
    assert re.search(r"pdfaid:conformance\W+A", metadata)
    assert re.search(r"pdfuaid:part\W+1", metadata)
    assert b"/StructTreeRoot" in content
    assert re.search(rb"/Lang\s*\(sv", content)
    assert sniff("Frågor.pdf", content).pages >= 2


def test_pdf_carries_our_font(asked):
    if not documents.pdf.FONTS.exists():
        pytest.skip("the font is built by dev.py")
    assert b"AtkinsonHyperlegibleNext" in documents.questions_pdf(asked)


def copy(sweden, asked):
    delivery = sweden.delivery(asked)
    person = sweden.contact().person
    Receipt.objects.create(
        delivery=delivery, step="answered", state=3, received_at=asked.sent_at, person_id=person.public_id
    )
    told = story(delivery)[-1]
    lines = [{"number": 1, "label": "Hur mycket?", "value": "712 500 kr", "url": ""}]
    return documents.register_copy(delivery, told, [{"title": "Medlen", "lines": lines}], "KS 2026/12")


def test_the_copy_for_the_register(sweden, asked):
    made = copy(sweden, asked)
    facts = dict(made.facts)
    assert (facts["Diarienummer"], facts["Från"], facts["Till"]) == ("KS 2026/12", "Falu kommun", "Nationella kansliet")
    assert made.number.startswith(asked.number)
    assert documents.receipt_pdf(made).startswith(b"%PDF")


def test_the_registers_line_is_read_back_and_wakes_no_formula(sweden, asked):
    asked.title = "=HYPERLINK(1)"
    asked.save()
    content = documents.receipt_csv(copy(sweden, asked)).decode("utf-8-sig")
    head, line = csv.reader(io.StringIO(content), delimiter=";")
    assert len(head) == len(line)
    assert line[0] == "'=HYPERLINK(1)"
    assert "Falu kommun" in line
