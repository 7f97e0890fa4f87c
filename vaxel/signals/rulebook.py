"""The table of policies.py as a page for people: docs/rulebook/signals.md. `python -m vaxel.signals.rulebook` writes it."""

import os
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "rulebook" / "signals.md"
STATES = {
    "new": "väntar",
    "taken": "tagen",
    "answered": "besvarad",
    "closed": "avslutad",
    "merged": "hopförd",
    "withdrawn": "tillbakatagen",
}
LEVELS = {"own": "The body's own desk", "county": "County", "resource_centre": "Resource centre", "nation": "Nation"}


def written():
    from django.utils.translation import override

    with override("sv"):
        return "\n".join(_page()) + "\n"


def _page():
    from vaxel.signals.domain.kinds import Level

    yield "# When what may be done to a signal"
    yield ""
    yield "Generated from `vaxel/signals/policies.py`; a test fails when this page is older than the rules."
    yield "✓ allowed, a number: refused with that sentence. Who may is another question (`permissions.py`)."
    notes: list[str] = []
    for level in Level:
        yield from _table(level, notes)
    yield ""
    yield from (f"{number}. {sentence}" for number, sentence in enumerate(notes, 1))


def _table(level, notes):
    from vaxel.signals.domain.kinds import Act, SignalState
    from vaxel.signals.policies import why_not

    yield f"\n## {LEVELS[level]}\n"
    yield f"| | {' | '.join(STATES.values())} |"
    yield "|---" * (len(STATES) + 1) + "|"
    for act in Act:
        yield f"| `{act}` | {' | '.join(_cell(why_not(state, level, act), notes) for state in SignalState)} |"


def _cell(why, notes):
    if why is None:
        return "✓"
    sentence = str(why)
    if sentence not in notes:
        notes.append(sentence)
    return str(notes.index(sentence) + 1)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaxel.site.settings")
    import django

    django.setup()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(written())
