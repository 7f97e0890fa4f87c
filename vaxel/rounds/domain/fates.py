"""What becomes of every cell of a workbook that came back, before anything is taken in. Pure.

The workbook says what it held when it was fetched: a cell that has not been touched since changes nothing, and one that
a colleague has changed meanwhile in Växel is refused, never written over.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from vaxel.rounds.domain.book import CellProblem, Entry, as_cell, column_as_question, from_cell, is_chosen, said
from vaxel.rounds.domain.merging import fingerprint, fingerprints
from vaxel.rounds.domain.question import Question, Questions, QuestionType
from vaxel.rounds.domain.sentence import Sentence, _


class Fate(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    EMPTIED = "emptied"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    UNKNOWN_QUESTION = "unknown_question"
    NO_ID = "no_id"


WRITES = frozenset({Fate.NEW, Fate.CHANGED, Fate.EMPTIED})


@dataclass(frozen=True)
class CellFate:
    """`question` and, in a table, `column` (its cell's own question) say how `before` and `after` are shown."""

    fate: Fate
    entry: Entry
    question: Question | None = None
    column: Question | None = None
    row_label: str = ""
    before: Any = None
    after: Any = None
    why: Sentence | None = None


@dataclass(frozen=True)
class Judged:
    fates: tuple[CellFate, ...] = ()
    changes: Mapping[str, Any] = field(default_factory=dict)  # question id → value to store, None = emptied


MERGED = _("Cellen är sammanfogad med andra. Dela den och skriv ett svar i varje cell.")
ERROR = _("Cellen visar ett fel i kalkylbladet. Skriv värdet.")
NOT_WORKED_OUT = _("Formeln är inte uträknad. Öppna filen i ett kalkylprogram, spara den och välj den igen.")
TWICE = _("Frågan står på flera rader. Behåll en av dem.")
FILE = _("En fil bifogas i Växel, inte i arbetsboken.")
NO_ROW = _("Raden hör inte till tabellen. Lägg inte till egna rader.")
THEIRS = _("Svaret har ändrats i Växel sedan arbetsboken hämtades. Skriv det som ska gälla i Växel.")
WITHOUT_ID = _("Cellen står på en rad eller i en kolumn som inte hör till arbetsboken, och tas inte med.")
UNKNOWN = _("Frågan finns inte i den här förfrågan, eller ställs inte till organisationen.")


def judge(
    questions: Questions, stored: Mapping[str, Any], entries: Sequence[Entry], seen: Mapping[str, str] | None
) -> Judged:
    """One body's cells. `stored` is what it has now; without `seen` every filled cell counts as written since."""
    shown = fingerprints(stored) if seen is None else seen
    fates: list[CellFate] = []
    changes: dict[str, Any] = {}
    for question_id, mine in _by_question(entries).items():
        question = questions.find(question_id)
        if question is None:
            fates += [CellFate(_nowhere(one), one, why=_why_nowhere(one)) for one in mine if one.value is not None]
            continue
        found, change = _judged(question, stored.get(question_id), mine, shown.get(question_id))
        fates += found
        changes |= change
    return Judged(tuple(fates), changes)


def _by_question(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.question_id, []).append(entry)
    return found


def _nowhere(entry: Entry) -> Fate:
    return Fate.UNKNOWN_QUESTION if entry.question_id and entry.body_id is not None else Fate.NO_ID


def _why_nowhere(entry: Entry) -> Sentence:
    return Sentence(UNKNOWN if _nowhere(entry) is Fate.UNKNOWN_QUESTION else WITHOUT_ID)


def _judged(
    question: Question, stored: Any, entries: list[Entry], shown: str | None
) -> tuple[list[CellFate], dict[str, Any]]:
    if question.type is QuestionType.FILE:
        return _file(question, stored, entries), {}
    if question.type is QuestionType.TABLE:
        fates, value = _table(question, stored, entries)
    elif question.type is QuestionType.MANY:
        fates, value = _many(question, stored, entries)
    else:
        fates, value = _single(question, stored, entries)
    if fingerprint(value) in (fingerprint(stored), shown or fingerprint(None)):
        return [_still(one) for one in fates], {}
    if fingerprint(stored) != (shown or fingerprint(None)):
        return [_theirs(one) for one in fates], {}
    return fates, {question.id: value}


def _still(fate: CellFate) -> CellFate:
    """Not touched since it was fetched, or just what stands: either way nothing is written."""
    if fate.fate not in WRITES:
        return fate
    return replace(fate, fate=Fate.UNCHANGED, after=fate.before)


def _theirs(fate: CellFate) -> CellFate:
    if fate.fate not in WRITES:
        return fate
    return replace(fate, fate=Fate.REFUSED, why=Sentence(THEIRS))


def _file(question: Question, stored: Any, entries: list[Entry]) -> list[CellFate]:
    same = as_cell(question, stored) or ""
    return [
        CellFate(Fate.REFUSED, entry, question, why=Sentence(FILE))
        for entry in entries
        if entry.value is not None and said(entry.value) != same
    ]


def _fault(entry: Entry) -> Sentence | None:
    if entry.merged:
        return Sentence(MERGED)
    if entry.error:
        return Sentence(ERROR)
    if entry.formula and entry.value is None:
        return Sentence(NOT_WORKED_OUT)
    return None


def _fate(before: Any, after: Any) -> Fate:
    if fingerprint(before) == fingerprint(after):
        return Fate.UNCHANGED
    if before is None:
        return Fate.NEW
    return Fate.EMPTIED if after is None else Fate.CHANGED


def _single(question: Question, stored: Any, entries: list[Entry]) -> tuple[list[CellFate], Any]:
    filled = [entry for entry in entries if entry.value is not None or _fault(entry)]
    if len(filled) > 1:
        return [CellFate(Fate.REFUSED, one, question, why=Sentence(TWICE)) for one in filled], stored
    entry = filled[0] if filled else entries[0]
    try:
        value = _value(question, entry)
    except CellProblem as problem:
        return [CellFate(Fate.REFUSED, entry, question, before=stored, why=problem.sentence)], stored
    if value is None and stored is None:
        return [], None
    return [CellFate(_fate(stored, value), entry, question, before=stored, after=value)], value


def _value(question: Question, entry: Entry, *, twice: bool = False) -> Any:
    if fault := Sentence(TWICE) if twice else _fault(entry):
        raise CellProblem(fault)
    return from_cell(question, entry.value)


def _many(question: Question, stored: Any, entries: list[Entry]) -> tuple[list[CellFate], Any]:
    """The options are rows: the answer is what is chosen of all, and stands at the first of them."""
    known = {option.id for option in question.options}
    fates, chosen = [], set()
    counts = Counter(entry.option_id for entry in entries)
    for entry in entries:
        if not entry.option_id and entry.value is None:
            continue  # the question's own row
        try:
            chosen |= _chosen(entry, known, twice=counts[entry.option_id] > 1)
        except CellProblem as problem:
            fates.append(CellFate(Fate.REFUSED, entry, question, before=stored, why=problem.sentence))
    if fates:  # half a choice is no answer
        return fates, stored
    rest = [one for one in stored or () if one in known and one not in counts]  # rows somebody has taken away
    value = [option.id for option in question.options if option.id in chosen or option.id in rest] or None
    if value is None and stored is None:
        return [], None
    return [CellFate(_fate(stored, value), entries[0], question, before=stored, after=value)], value


def _chosen(entry: Entry, known: set[str], *, twice: bool) -> set[str]:
    if entry.option_id not in known:
        raise CellProblem(Sentence(_("Alternativet finns inte i den här förfrågan.")))
    if fault := Sentence(TWICE) if twice else _fault(entry):
        raise CellProblem(fault)
    return {entry.option_id} if is_chosen(entry.value) else set()


def _table(question: Question, stored: Any, entries: list[Entry]) -> tuple[list[CellFate], Any]:
    """Cell by cell: one that is refused keeps what it had."""
    value = {row: dict(cells) for row, cells in (stored or {}).items()}
    fates: list[CellFate] = []
    twice = Counter((entry.key, entry.column) for entry in entries)
    for entry in entries:
        fates += _table_cell(question, value, entry, twice=twice[entry.key, entry.column] > 1)
    full = {row.id: value[row.id] for row in question.rows if value.get(row.id)}
    return fates, {
        row: {c.id: cells[c.id] for c in question.columns if c.id in cells} for row, cells in full.items()
    } or None


def _table_cell(question: Question, value: dict[str, Any], entry: Entry, *, twice: bool) -> Iterator[CellFate]:
    column = column_as_question(question, entry.column)
    row = next((row for row in question.rows if row.id == entry.key), None)
    if column is None or row is None:
        if entry.value is not None:
            yield CellFate(Fate.NO_ID, entry, question, why=Sentence(NO_ROW))
        return
    before = value.get(row.id, {}).get(column.id)
    try:
        after = _value(column, entry, twice=twice and entry.value is not None)
    except CellProblem as problem:
        yield CellFate(Fate.REFUSED, entry, question, column, row.label, before=before, why=problem.sentence)
        return
    if twice:
        return
    if after is None:
        value.get(row.id, {}).pop(column.id, None)
    else:
        value.setdefault(row.id, {})[column.id] = after
    if before is not None or after is not None:
        yield CellFate(_fate(before, after), entry, question, column, row.label, before, after)
