"""The parts as the page draws them: five numbers each, the small ones left out for those who see no names."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.adoption.domain.small import shielded
from vaxel.adoption.domain.stages import AdoptionStage as Stage
from vaxel.ui.templatetags.numbers import count, number

GROUPS = (
    ((Stage.FULL_USE,), gettext_lazy("använder fullt ut"), "s4"),
    ((Stage.INITIAL_USE,), gettext_lazy("har börjat använda"), "s3"),
    ((Stage.EXPLORING, Stage.INSTALLING), gettext_lazy("på väg"), "s2"),
    ((Stage.NOT_RELEVANT, Stage.RETIRED), gettext_lazy("inte aktuellt, eller har slutat använda"), "s1"),
    ((Stage.NONE,), gettext_lazy("inget registrerat än"), "none"),
)
NAMES = {
    4: gettext_lazy("Störst behov"),
    3: gettext_lazy("Ganska stort behov"),
    2: gettext_lazy("Ganska litet behov"),
    1: gettext_lazy("Minst behov"),
    0: gettext_lazy("Utan siffra"),
}


@dataclass(frozen=True)
class Line:
    name: str
    span: str
    cells: tuple  # the five numbers, None where hidden
    said: tuple
    total: int
    parts: tuple


def lines(found, *, exact):
    return [_line(part, found.need, exact=exact) for part in found.parts]


def _line(part, need, *, exact):
    counts = [part.tally.of(*stages) for stages, _label, _look in GROUPS]
    cells = counts if exact else shielded(counts)
    return Line(
        name=str(NAMES[part.quartile]),
        span=_span(part, need),
        cells=tuple(cells),
        said=tuple("–" if cell is None else count(cell) for cell in cells),
        total=part.tally.total,
        parts=tuple(
            {"value": cell, "look": look, "label": str(label)}
            for cell, (_stages, label, look) in zip(cells, GROUPS, strict=True)
            if cell and look != "none"
        ),
    )


def _span(part, need):
    if part.low is None:
        return ""
    said = {"low": number(part.low), "high": number(part.high), "unit": need.unit}
    return (_("%(low)s–%(high)s %(unit)s") % said).strip()


def legend():
    return [{"label": str(label), "look": look} for _stages, label, look in GROUPS]


def head():
    return [_("Behov"), *(str(label) for _stages, label, _look in GROUPS), _("Alla")]
