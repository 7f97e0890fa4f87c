"""Each cell's fate as it is shown: what must be mended first, then what is taken in, last what is as it was."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.network.wording import listed
from vaxel.rounds.domain.book import said, short
from vaxel.rounds.domain.fates import Fate
from vaxel.rounds.forms.saying import said_answer, say

SHOWN = 300  # lines drawn of each fate; the counts are of all
ORDER = {
    Fate.REFUSED: (gettext_lazy("avvisad"), gettext_lazy("avvisade")),
    Fate.UNKNOWN_QUESTION: (gettext_lazy("okänd fråga"), gettext_lazy("okända frågor")),
    Fate.NO_ID: (gettext_lazy("utan id"), gettext_lazy("utan id")),
    Fate.NEW: (gettext_lazy("ny"), gettext_lazy("nya")),
    Fate.CHANGED: (gettext_lazy("ändrad"), gettext_lazy("ändrade")),
    Fate.EMPTIED: (gettext_lazy("tömd"), gettext_lazy("tömda")),
    Fate.UNCHANGED: (gettext_lazy("oförändrad"), gettext_lazy("oförändrade")),
}
WITHOUT_PLACE = gettext_lazy("Cellen hör inte till någon fråga eller organisation här.")


@dataclass(frozen=True)
class Line:
    where: str
    body: str
    question: str
    written: str
    before: str
    after: str
    why: str


@dataclass
class Group:
    fate: Fate
    label: str
    lines: list = field(default_factory=list)
    count: int = 0

    def add(self, line):
        self.count += 1
        if len(self.lines) < SHOWN:
            self.lines.append(line)

    @property
    def more(self):
        return self.count - len(self.lines)


def groups(found, loose, names) -> list[Group]:
    """`loose`: cells of no body here; `names`: by body, where there are several."""
    shown = {fate: Group(fate, str(many)) for fate, (_one, many) in ORDER.items()}
    for one in found:
        if one.why:
            continue
        for fate in one.judged.fates:
            shown[fate.fate].add(_line(fate, names.get(one.delivery.body_id, "")))
    for entry in loose:
        shown[Fate.NO_ID].add(Line(_where(entry), "", "", short(said(entry.value)), "", "", str(WITHOUT_PLACE)))
    return [group for group in shown.values() if group.count]


def told(shown) -> str:
    return listed([f"{group.count} {ORDER[group.fate][group.count > 1]}" for group in shown])


def _line(fate, name):
    """A sentence that quotes what was written says it once."""
    asked, why = fate.column or fate.question, say(fate.why) if fate.why else ""
    written = _written(fate.entry)
    return Line(
        where=_where(fate.entry),
        body=name,
        question=_question(fate),
        written="" if written and written in why else written,
        before=said_answer(asked, fate.before) if asked else "",
        after=said_answer(asked, fate.after) if asked else "",
        why=why,
    )


def _where(entry):
    return f"{entry.sheet} {entry.address}"


def _question(fate):
    if fate.question is None:
        return ""
    if fate.column is None:
        return fate.question.label
    column = next(one.label for one in fate.question.columns if one.id == fate.column.id)
    return f"{fate.question.label}: {fate.row_label}, {column}"


def _written(entry):
    text = short(said(entry.value))
    return _("%(text)s (formel)") % {"text": text} if entry.formula and text else text
