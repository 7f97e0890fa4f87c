"""Each format: written by the house's own writer, read by somebody else's reader, and what woke up on the way.

`sent` is what the format can hold of a text, said here by its own rule (XML knows no control characters, a mail's subject
no line breaks, SIE no letters beyond CP437), so that all else must come back to the letter.
"""

import csv
import datetime as dt
import email
import email.policy
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from xml.etree import ElementTree as ET

AWAKE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # what some spreadsheet takes for the beginning of a formula
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_DRAWN = re.compile("[\x7f-\x9f\ufeff]")  # controls that XML knows and no font
SPELT = re.compile(r"\[U\+([0-9A-F]{4,6})\]")  # a letter that the paper's font lacks
MARK = "\ue123"  # of no language
DAY, NOW = dt.date(2026, 12, 1), dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
ATOM, CBC = "{http://www.w3.org/2005/Atom}", "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


@dataclass(frozen=True)
class Trip:
    sent: Sequence[str]
    back: Sequence[str]
    awake: int


def one_line(text: str) -> str:
    return " ".join(NOT_XML.sub("", text).split())


def through_csv(texts):
    from vaxel.files.domain.export import csv_bytes

    rows = list(csv.reader(io.StringIO(csv_bytes(["text"], [[one] for one in texts]).decode("utf-8-sig"), newline=""), delimiter=";"))  # fmt: skip
    cells = [row[0] if row else "" for row in rows[1:]]
    return Trip(texts, [_without_guard(one) for one in cells], sum(bool(AWAKE.match(one)) for one in cells))


def _without_guard(cell: str) -> str:
    return cell[1:] if re.match(rf"''*(?:{AWAKE.pattern})", cell) else cell


def through_xlsx(texts):
    from openpyxl import load_workbook

    from vaxel.files.domain.workbook import Sheet, xlsx_bytes

    content = xlsx_bytes([Sheet("Svar", ["text"], [[one, "."] for one in texts])])
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        formulas = archive.read("xl/worksheets/sheet1.xml").count(b"<f>")
    sent = [NOT_XML.sub("", one) for one in texts]
    return Trip(list(map(_breaks, sent)), [_breaks(row[0].value or "") for row in rows], formulas + sum(row[0].data_type == "f" for row in rows))  # fmt: skip


def _breaks(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def through_json(texts):
    from vaxel.files.domain.export import json_bytes

    back = json.loads(json_bytes(["text"], [[one] for one in texts]))
    return Trip(texts, [one["text"] for one in back], 0)


def asked(texts) -> SimpleNamespace:
    """The questions of a template's version, as its paper is made of them."""
    questions = [{"id": f"q{n}", "type": "text", "label": one} for n, one in enumerate(texts)]
    return SimpleNamespace(
        template=SimpleNamespace(title="Frågor"),
        content={"sections": [{"id": "s1", "title": "Avsnitt", "questions": questions}]},
    )


def through_docx(texts):
    from docx import Document

    from vaxel.rounds.documents import questions_docx

    texts = [one for one in texts if one_line(one) and MARK not in one]  # a question without words is none
    content = questions_docx(asked([f"{MARK}{one}{MARK}" for one in texts]))
    whole = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = archive.read("word/document.xml")
        links = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    awake = sum(document.count(mark) for mark in (b"instrText", b"fldSimple", b"<w:hyperlink", b"altChunk")) + links.count(b'"External"')  # fmt: skip
    return Trip(
        [one_line(one) for one in texts],
        [" ".join(one.split()) for one in re.findall(f"{MARK}([^{MARK}]*){MARK}", whole)],
        awake,
    )


def through_pdf(texts):
    """Read by pikepdf: nothing to run and nowhere to go. Its words are drawn, so its title alone comes back as text."""
    import pikepdf

    from vaxel.rounds.documents import questions_pdf

    sent, back, awake, step = [], [], 0, max(1, len(texts) // 40)
    for start in range(0, len(texts), step):
        some = [one for one in texts[start : start + step] if one_line(one)]
        if not some:
            continue
        paper = asked(some)
        paper.template.title = max(some, key=lambda one: one.isprintable() and len(one) < 60)
        with pikepdf.open(io.BytesIO(questions_pdf(paper))) as pdf:
            sent.append(one_line(NOT_DRAWN.sub("", paper.template.title)))
            back.append(one_line(SPELT.sub(lambda found: chr(int(found[1], 16)), str(pdf.docinfo["/Title"]))))
            awake += sum(_runs(one) for one in pdf.objects)
    return Trip(sent, back, awake)


def _runs(found) -> bool:
    import pikepdf

    return isinstance(found, pikepdf.Dictionary) and any(
        str(found.get(name, "")) in {"/JavaScript", "/Launch", "/URI", "/SubmitForm", "/GoToR"}
        or (name in {"/JS", "/AA"} and name in found)
        for name in ("/S", "/JS", "/AA")
    )


def through_sie(texts):
    from vaxel.funding.documents.sie import Books, Row, Voucher, sie_file
    from vaxel.funding.documents.tests.sie_reader import read
    from vaxel.funding.domain.sie_text import as_sie

    vouchers = tuple(Voucher(DAY, one, (Row("1510", 5, one), Row("3511", -5))) for one in texts)
    found = read(sie_file(Books("Växel", "212000-2239", DAY, "1", vouchers)))
    back = [voucher[3] for voucher in found.vouchers]
    return Trip([as_sie(one) for one in texts], back, abs(len(back) - len(texts)))


def through_ubl(texts):
    from vaxel.funding.documents.claim import Claim, Line, Party
    from vaxel.funding.documents.invoice import ubl_invoice

    kept = [one for one in texts if one_line(one)]
    party = Party("Kommunen", "212000-2239", "Gatan 1", "79131", "Falun")
    claim = Claim(party, party, "3500", "A1", DAY, DAY, tuple(Line(one, 100) for one in kept), "5050-1055")
    tree = ET.fromstring(ubl_invoice(claim))  # noqa: S314 - our own
    names = [one.findtext(f".//{CBC}Name") or "" for one in tree if one.tag.endswith("}InvoiceLine")]
    return Trip([one_line(one) for one in kept], names, abs(len(names) - len(kept)))


def through_ical(texts):
    from icalendar import Calendar

    from vaxel.site.pages.calendar.events import Deadline, calendar_of

    days = [Deadline(f"d{n}", DAY, one, one, "http://x.example/") for n, one in enumerate(texts)]
    content = calendar_of(days, "x.example")
    events = Calendar.from_ical(content).walk("VEVENT")
    smuggled = sum(set(one) != set(events[0]) or len(one.subcomponents) != 1 for one in events)
    lines = sum(len(line) > 75 for line in content.split(b"\r\n"))
    return Trip([one_line(one).replace("\ufeff", "") for one in texts], [one_line(str(one["summary"])) for one in events], abs(len(events) - len(texts)) + smuggled + lines)  # fmt: skip


def through_atom(texts):
    from django.utils.feedgenerator import Atom1Feed

    from vaxel.rounds.domain.kinds import RoundKind, RoundState
    from vaxel.rounds.pages.feed.page import add_round

    atom = Atom1Feed(title="Växel", link="http://x.example/", description="", feed_url="http://x.example/a")
    for n, one in enumerate(texts):
        add_round(atom, SimpleNamespace(pk=n, title=one, text="", feedback="", kind=RoundKind.SURVEY, state=RoundState.OPEN, sent_at=NOW, fed_back_at=None))  # fmt: skip
    entries = ET.fromstring(atom.writeString("utf-8")).findall(f"{ATOM}entry")  # noqa: S314 - our own
    titles = [one.findtext(f"{ATOM}title").partition(": ")[2] for one in entries]
    return Trip([one_line(one) for one in texts], list(map(one_line, titles)), abs(len(entries) - len(texts)) + sum(len(one) != len(entries[0]) for one in entries))  # fmt: skip


def through_giving(texts):
    from vaxel.funding.documents.giving import Given, Organisation, Programme, giving_csv, giving_json

    one_of = Organisation("SE-KK-1480", "Göteborg")
    grants = [Given(f"360G-{n}", text, text, 500, DAY, NOW, one_of, one_of, (Programme("a", text, 500),)) for n, text in enumerate(texts)]  # fmt: skip
    back = [one["title"] for one in json.loads(giving_json(grants))["grants"]]
    rows = list(csv.DictReader(io.StringIO(giving_csv(grants).decode("utf-8-sig"), newline="")))
    cells = [row["Title"] for row in rows]
    return Trip(
        [*(one[:140] for one in texts), *texts],
        [*back, *map(_without_guard, cells)],
        sum(bool(AWAKE.match(one)) for one in cells),
    )


def through_mail(texts):
    from vaxel.notices.composing import compose
    from vaxel.notices.posting import Draft, message_of

    sent, back, awake = [], [], 0
    for text in texts:
        posted = message_of(Draft("a", "a@x.example", text, text, NOW))
        made = compose([posted], "<1@x.example>")
        found = email.message_from_bytes(made.message().as_bytes(), policy=email.policy.default)
        sent.append(one_line(" ".join(text.split()).replace("=?", "= ?")[:200]))
        back.append(one_line(str(found["Subject"])))
        awake += sorted(found.keys()) != sorted(EXPECTED) or len(found.defects)
    return Trip(sent, back, awake)


EXPECTED = ("Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted")  # fmt: skip
FORMATS: dict[str, Callable[[list[str]], Trip]] = {
    "csv": through_csv,
    "xlsx": through_xlsx,
    "docx": through_docx,
    "pdf": through_pdf,
    "SIE": through_sie,
    "UBL": through_ubl,
    "iCalendar": through_ical,
    "Atom": through_atom,
    "JSON": through_json,
    "360Giving": through_giving,
    "mail": through_mail,
}
