"""To whom: a rule over the network, kept as data until the day it is sent.

{"kinds": ["municipality"], "healthcare_regions": [3], "counties": [17, 20], "groups": ["A1"], "bodies": [7], "except": [9]}

`kinds` are narrowed by area (any of the regions or counties) and by group; `bodies` come besides, `except` goes last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain.sentence import Sentence, _

KEYS = frozenset({"kinds", "healthcare_regions", "counties", "groups", "bodies", "except"})


class AudienceError(ValueError):
    def __init__(self, text: str, **values: object) -> None:
        self.sentence = Sentence(text, values)
        super().__init__(str(self.sentence))


@dataclass(frozen=True)
class Audience:
    kinds: tuple[Kind, ...] = ()
    healthcare_regions: tuple[int, ...] = ()
    counties: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    bodies: tuple[int, ...] = ()
    exempt: tuple[int, ...] = ()

    @property
    def areas(self) -> tuple[int, ...]:
        return self.healthcare_regions + self.counties


def parse(rule: Mapping[str, Any]) -> Audience:
    """Raises AudienceError for what is no rule, and for a rule that can never reach anybody."""
    if unknown := set(rule) - KEYS:
        raise AudienceError(_("Urvalet innehåller ”%(unknown)s”, som inte finns. Välj på nytt."), unknown=min(unknown))
    audience = Audience(
        kinds=_kinds(rule.get("kinds", ())),
        healthcare_regions=_ids(rule.get("healthcare_regions", ())),
        counties=_ids(rule.get("counties", ())),
        groups=tuple(str(group) for group in rule.get("groups", ())),
        bodies=_ids(rule.get("bodies", ())),
        exempt=_ids(rule.get("except", ())),
    )
    if not audience.kinds and not audience.bodies:
        raise AudienceError(_("Ingen mottagare är vald. Välj minst en nivå eller en organisation."))
    return audience


def _kinds(values: Iterable[Any]) -> tuple[Kind, ...]:
    try:
        return tuple(Kind(value) for value in values)
    except ValueError as error:
        raise AudienceError(_("Urvalet innehåller en nivå som inte finns. Välj på nytt.")) from error


def _ids(values: Iterable[Any]) -> tuple[int, ...]:
    try:
        return tuple(int(value) for value in values)
    except (TypeError, ValueError) as error:
        raise AudienceError(_("Urvalet pekar på något som inte är en organisation. Välj på nytt.")) from error
