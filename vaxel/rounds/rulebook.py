"""The tables of policies.py as a page for people: docs/rulebook/rounds.md. `python -m vaxel.rounds.rulebook` writes it."""

import os
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "rulebook" / "rounds.md"
OUTCOMES = {
    "not_asked": "ej tillfrågad",
    "sent": "skickat",
    "received": "mottaget",
    "answered": "svarat",
    "nothing_to_report": "inget att redovisa",
    "declined": "avstod",
}
STATES = {"draft": "utkast", "open": "pågår", "closed": "stängd", "fed_back": "återkopplad", "recalled": "ångrad"}


def written():
    from django.utils.translation import override

    with override("sv"):
        return "\n".join(_page()) + "\n"


def _page():
    from vaxel.rounds.domain.kinds import RoundState
    from vaxel.rounds.domain.state import Outcome
    from vaxel.rounds.policies import Act, RoundAct, why_not, why_not_round

    yield "# When what may be done to a round"
    yield ""
    yield "Generated from `vaxel/rounds/policies.py`; a test fails when this page is older than the rules."
    yield "✓ allowed, a number: refused with that sentence. Who may is another question (`permissions.py`)."
    notes: list[str] = []
    yield from _table(
        "A body's part, in an open round",
        {outcome.name.lower(): OUTCOMES[outcome.name.lower()] for outcome in Outcome},
        {act: [why_not(RoundState.OPEN, outcome, act) for outcome in Outcome] for act in Act},
        notes,
    )
    yield ""
    yield "In any other state of the round nothing is done to a body's part."
    yield from _table(
        "The round as a whole",
        STATES,
        {act: [why_not_round(state, act) for state in RoundState] for act in RoundAct},
        notes,
    )
    yield ""
    yield from (f"{number}. {sentence}" for number, sentence in enumerate(notes, 1))


def _table(title, columns, rows, notes):
    yield f"\n## {title}\n"
    yield f"| | {' | '.join(columns.values())} |"
    yield "|---" * (len(columns) + 1) + "|"
    for act, answers in rows.items():
        yield f"| `{act}` | {' | '.join(_cell(why, notes) for why in answers)} |"


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
