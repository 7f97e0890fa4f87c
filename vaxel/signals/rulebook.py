"""The table of policies.py as a page for people: docs/rulebook/signals.md. `python -m vaxel.signals.rulebook` writes it."""

from vaxel.ui.rulebook import FOLDER, footnotes, opening, table, told, write

PAGE = FOLDER / "signals.md"
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
    return told(_page)


def _page():
    from vaxel.signals.domain.kinds import Act, Level, SignalState
    from vaxel.signals.policies import why_not

    yield from opening("When what may be done to a signal", "vaxel/signals/policies.py")
    notes: list[str] = []
    for level in Level:
        rows = {act: [why_not(state, level, act) for state in SignalState] for act in Act}
        yield from table(LEVELS[level], STATES.values(), rows, notes)
    yield from footnotes(notes)


if __name__ == "__main__":
    write(PAGE, written)
