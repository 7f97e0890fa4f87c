"""The proposal for decision as a Word document, laid out as S3 is: amounts, what is asked of the account, use per stream.

In Swedish, whoever fetches it: it goes to a Swedish committee. Headings are headings and each table has a header row.
"""

import io

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.terms import Receivers
from vaxel.funding.queries.proposals import ProposalSeen
from vaxel.funding.templatetags.kronor import kronor, to_the_ore
from vaxel.funding.words import LINKS
from vaxel.rounds.commands.drafting import in_words

HEADINGS = {
    Receivers.COUNTY: gettext_lazy("Länsgemensamma medel"),
    Receivers.MUNICIPALITY: gettext_lazy("Medel till kommunerna"),
    Receivers.REGION: gettext_lazy("Medel till regionen"),
}
INK = RGBColor(0x18, 0x22, 0x2E)
REPORTS = (Link.INTERIM, Link.BODY_REPORT, Link.COUNTY_REPORT, Link.NATIONAL_REPORT, Link.REPAYMENT)


def proposal_docx(seen: ProposalSeen) -> bytes:
    with translation.override("sv"):
        document = _blank(_("Förslag på användning av medel"), seen)
        _head(document, seen)
        _amounts(document, seen)
        _account(document, seen)
        _streams(document, seen)
        _uses(document, seen)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _blank(title, seen):
    document = Document()
    document.core_properties.title = f"{title}, {seen.agreement.name}, {seen.county.name}"
    document.core_properties.author = seen.county.name
    document.core_properties.language = "sv-SE"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "sv-SE")
    normal.element.get_or_add_rPr().append(spoken)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.name = "Calibri"
        document.styles[name].font.color.rgb = INK
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
    return document


def _head(document, seen):
    document.add_heading(_("Förslag på användning av medel enligt %(name)s") % {"name": seen.agreement.name}, 0)
    document.add_paragraph(seen.county.name)
    if seen.missing:
        line = document.add_paragraph()
        line.add_run(_("Utkast. Det här fattas innan det kan beslutas:")).bold = True
        for one in seen.missing:
            document.add_paragraph(in_words(one), style="List Bullet")
    if seen.proposal and seen.proposal.introduction:
        _text(document, seen.proposal.introduction)


def _amounts(document, seen):
    document.add_heading(_("1. Belopp"), 1)
    for table in seen.tables:
        document.add_heading(str(HEADINGS[table.receivers]), 2)
        _table(document, table)
    if seen.tables:
        document.add_paragraph(_claimed(seen))


def _claimed(seen):
    if seen.to_requisition <= 0:
        return _("Alla medel för %(county)s är rekvirerade.") % {"county": seen.county.name}
    said = {"sum": kronor(seen.to_requisition), "county": seen.county.name}
    return _("%(sum)s av medlen för %(county)s är inte rekvirerade än.") % said


def _table(document, table):
    heads = ["", *(one.title for one in table.streams), _("Avrundat belopp")]
    drawn = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    _fill(drawn.rows[0], heads, bold=True)
    _repeat(drawn.rows[0])
    for row in table.rows:
        cells = [row.name, *(f"{to_the_ore(ore)}\u00a0kr" for ore in row.ore), kronor(row.payout)]
        _fill(drawn.add_row(), cells)
    document.add_paragraph()


def _fill(row, texts, *, bold=False):
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(str(text)).bold = bold or place == 0
        if place:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat(row):
    """A header row: repeated on the next page, and known as such to a screen reader."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _account(document, seen):
    document.add_heading(_("2. Krav på redovisning"), 1)
    days = {one.link: one.day for one in seen.agreement.deadlines.all()}
    said = [f"{LINKS[link]}: {day_of_month(days[link], 'sv')}." for link in REPORTS if link in days]
    said += [one.text for one in seen.agreement.conditions.filter(stream=None)]
    for one in said:
        document.add_paragraph(one, style="List Number")
    if seen.proposal and seen.proposal.reporting:
        _text(document, seen.proposal.reporting)
    if not said and not (seen.proposal and seen.proposal.reporting):
        document.add_paragraph(_("Överenskommelsen anger inga krav än."))


def _streams(document, seen):
    document.add_heading(_("3. Inriktning enligt överenskommelsen"), 1)
    for one in seen.uses:
        document.add_heading(one.stream.title, 2)
        _text(document, one.stream.purpose or _("Överenskommelsen beskriver inte inriktningen närmare."))


def _uses(document, seen):
    document.add_heading(_("4. Förslag på användning av medlen"), 1)
    for one in seen.uses:
        document.add_heading(one.stream.title, 2)
        if one.rule.purpose:
            _text(document, one.rule.purpose)
        facts = document.add_table(rows=1, cols=2, style="Table Grid")
        _fill(facts.rows[0], [_("Uppgift"), _("Förslag")], bold=True)
        _repeat(facts.rows[0])
        for word, value in _facts(one):
            row = facts.add_row()
            row.cells[0].paragraphs[0].add_run(word).bold = True
            row.cells[1].text = value or _("inte skrivet än")
        document.add_paragraph()


def _facts(one):
    rule = one.rule
    return (
        (_("Belopp"), kronor(one.amount)),
        (_("Ansvarig grupp (LAG)"), rule.group),
        (_("Styrgrupp (LPO)"), rule.steering),
        (_("Beslutar"), rule.decides),
        (_("Skriver redovisningen"), rule.reports),
    )


def _text(document, text):
    for part in filter(None, (part.strip() for part in text.replace("\r", "").split("\n\n"))):
        document.add_paragraph(part)
