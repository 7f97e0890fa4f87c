"""What a rule answers a reader: a Swedish sentence with its values apart, so that a page can say it in English too."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """`text` is the msgid, with %(name)s where a value goes; str() is the Swedish."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % self.values


def _(text: str) -> str:
    """Marks a msgid for the translators; the page translates (rules know no framework)."""
    return text
