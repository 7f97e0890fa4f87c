"""The questions as a Word document: real headings, lists and tables, so that it can be edited and read aloud."""

import io

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from vaxel.rounds.documents.paper import Asked, Paper, paper_of

BOX = "☐ "
WIDTH = Cm(16)
INK = RGBColor(0x18, 0x22, 0x2E)
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}


def questions_docx(asked) -> bytes:
    """Of a round or a template's version."""
    paper = paper_of(asked)
    document = _blank(paper)
    document.add_heading(paper.title, 0)
    document.add_paragraph(paper.lead)
    for word, value in paper.facts:
        line = document.add_paragraph(style="No Spacing")
        line.add_run(f"{word}: ").bold = True
        line.add_run(value)
    for part in paper.parts:
        _part(document, part, paper.optional)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _blank(paper: Paper):
    document = Document()
    document.core_properties.title = paper.title
    document.core_properties.author = "Växel"
    document.core_properties.language = LANGUAGES.get(paper.language, "sv-SE")
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    _speak(normal, LANGUAGES.get(paper.language, "sv-SE"))
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.name = "Calibri"
        document.styles[name].font.color.rgb = INK
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2.5)
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.footer.paragraphs[0].text = paper.foot
    return document


def _speak(style, language):
    """The language a screen reader and the spelling checker use."""
    found = style.element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    found.append(spoken)


def _part(document, part, optional):
    if part.title:
        document.add_heading(part.title, 1)
    if part.whom:
        document.add_paragraph(part.whom).runs[0].italic = True
    if part.help:
        document.add_paragraph(part.help)
    for asked in part.asked:
        _asked(document, asked, optional)


def _asked(document, asked: Asked, optional):
    heading = document.add_heading(f"{asked.number}. {asked.label}", 2)
    heading.paragraph_format.keep_with_next = True
    notes = [asked.condition, *asked.help, "" if asked.required else optional]
    for note in filter(None, notes):
        document.add_paragraph(note, style="No Spacing").runs[0].italic = True
    for box in asked.boxes:
        document.add_paragraph(BOX + box, style="List")
    for _line in range(asked.lines):
        _write_on(document, asked.unit)
    if asked.rows:
        _table(document, asked)


def _write_on(document, unit):
    line = document.add_paragraph("\t" + (f" {unit}" if unit else ""))
    line.paragraph_format.tab_stops.add_tab_stop(
        WIDTH - Cm(2 if unit else 0), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )
    line.paragraph_format.space_after = Pt(8)


def _table(document, asked):
    table = document.add_table(rows=1, cols=1 + len(asked.columns), style="Table Grid")
    for cell, label in zip(table.rows[0].cells[1:], asked.columns, strict=True):
        cell.paragraphs[0].add_run(label).bold = True
    _repeat(table.rows[0])
    for row in asked.rows:
        table.add_row().cells[0].text = row


def _repeat(row):
    """A header row: repeated on the next page, and known as such to a screen reader."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
