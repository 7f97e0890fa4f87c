"""Questions out of a plain sheet: one a row, under headings that people choose. Each row's fate is told before it is used."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vaxel.rounds.domain.editing import YES_NO, add_question, add_section, lines, write
from vaxel.rounds.domain.question import CHOICES, MEASURED, QuestionType
from vaxel.rounds.domain.sentence import Sentence, _
from vaxel.rounds.domain.template import check
from vaxel.rounds.domain.template_check import MOST_QUESTIONS

# What each column may be called; the first is what the sample sheet says.
HEADINGS = {
    "section": ("avsnitt", "rubrik", "section"),
    "label": ("fråga", "frågan", "question"),
    "kind": ("typ", "svarstyp", "type"),
    "options": ("alternativ", "svarsalternativ", "options", "alternatives"),
    "required": ("obligatorisk", "måste besvaras", "required", "mandatory"),
    "help": ("hjälptext", "anvisning", "help", "help text", "guidance"),
    "unit": ("enhet", "unit"),
}
KINDS = {
    QuestionType.TEXT: ("kort text", "text", ""),
    QuestionType.LONG_TEXT: ("fritext", "lång text", "long text"),
    YES_NO: ("ja eller nej", "ja/nej", "yes/no"),
    QuestionType.ONE: ("ett val", "val", "flerval, ett svar", "one choice"),
    QuestionType.MANY: ("flera val", "flerval", "several choices"),
    QuestionType.NUMBER: ("tal", "siffra", "antal", "number"),
    QuestionType.MONEY: ("belopp", "kronor", "kr", "money"),
    QuestionType.DATE: ("datum", "date"),
    QuestionType.SCALE: ("skala", "skala 1-5", "skala 1–5", "scale"),
    QuestionType.FILE: ("fil", "bilaga", "file"),
}
BY_WORD = {word: kind for kind, words in KINDS.items() for word in words}
YES, NO = frozenset({"ja", "x", "yes", "1", "sant"}), frozenset({"", "nej", "no", "0", "falskt", "–", "-"})


class SheetError(ValueError):
    def __init__(self, text: str) -> None:
        self.sentence = Sentence(text)
        super().__init__(text)


@dataclass(frozen=True)
class RowFate:
    """`why` refuses the row; otherwise it becomes a question of `kind`."""

    number: int
    label: str
    kind: str = ""
    section: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    help: str = ""
    unit: str = ""
    why: Sentence | None = None


def read_rows(header: Sequence[str], records: Iterable[tuple[int, Mapping[str, str]]]) -> list[RowFate]:
    """SheetError when there is no column with questions; a row without a name for its section goes on in the last one."""
    columns = {key: _column(header, words) for key, words in HEADINGS.items()}
    if columns["label"] is None:
        raise SheetError(_("Bladet har ingen kolumn som heter Fråga. Utgå från exempelbladet."))
    fates: list[RowFate] = []
    section, seen = "", set[str]()
    for number, record in records:
        row = {key: record.get(name, "").strip() if name else "" for key, name in columns.items()}
        section = row["section"] or section
        fate = _row(number, row, section, seen)
        seen.add(fate.label.casefold())
        fates.append(fate)
    if len(fates) > MOST_QUESTIONS:
        raise SheetError(_("Bladet har fler än 200 frågor. Dela det i flera mallar."))
    return fates


def _column(header: Sequence[str], words: tuple[str, ...]) -> str | None:
    return next((name for name in header if name.strip().casefold() in words), None)


def _row(number: int, row: Mapping[str, str], section: str, seen: set[str]) -> RowFate:
    kind = BY_WORD.get(row["kind"].casefold())
    options = tuple(
        dict.fromkeys(part.strip() for part in row["options"].replace("\n", ";").split(";") if part.strip())
    )
    if options and not row["kind"]:
        kind = QuestionType.ONE
    made = RowFate(
        number,
        row["label"],
        str(kind or ""),
        section,
        options,
        row["required"].casefold() in YES,
        row["help"],
        row["unit"],
    )
    why = _why_not(row, made, seen)
    return made if why is None else RowFate(number, row["label"], row["kind"], section, options, why=why)


def _why_not(row: Mapping[str, str], made: RowFate, seen: set[str]) -> Sentence | None:
    if not made.label:
        return Sentence(_("Raden har ingen fråga."))
    if made.label.casefold() in seen:
        return Sentence(_("Samma fråga står på en tidigare rad."))
    if row["kind"].casefold() in ("tabell", "table"):
        return Sentence(_("En tabell har egna rader och kolumner. Lägg till den i mallen efteråt."))
    if not made.kind:
        return Sentence(
            _("Typen ”%(kind)s” finns inte. Skriv till exempel fritext, tal eller ett val."), {"kind": row["kind"]}
        )
    if made.kind in CHOICES and len(made.options) < 2:
        return Sentence(_("Skriv minst två alternativ, åtskilda med semikolon."))
    if row["required"].casefold() not in YES | NO:
        return Sentence(
            _("Skriv ja eller nej för om frågan måste besvaras, inte ”%(text)s”."), {"text": row["required"]}
        )
    return None


def content_of(fates: Iterable[RowFate]) -> dict[str, Any]:
    """A template's content, each question with an id of its own. Rows that are refused are left out."""
    content: dict[str, Any] = {"sections": []}
    place = ""
    for fate in (fate for fate in fates if fate.why is None):
        if not content["sections"] or content["sections"][-1]["title"] != fate.section:
            content, place = add_section(content)
            content = write(content, place, {"title": fate.section})
        content, question = add_question(content, place, fate.kind)
        content = write(content, question, _fields(fate))
    return content


def _fields(fate: RowFate) -> dict[str, Any]:
    fields: dict[str, Any] = {"label": fate.label, "help": fate.help, "required": fate.required}
    if fate.kind in CHOICES:
        fields["options"] = lines("\n".join(fate.options), [])
    if fate.kind in MEASURED and fate.unit:
        fields["unit"] = fate.unit
    return fields


def unfinished(fates: Iterable[RowFate]) -> int:
    """How many things are left to mend in the template that the rows would make."""
    return len(check(content_of(fates)))
