"""The tables of policies.py as a page for people: docs/rulebook/rounds.md. `python -m vaxel.rounds.rulebook` writes it."""

from vaxel.ui.rulebook import FOLDER, footnotes, opening, table, told, write

PAGE = FOLDER / "rounds.md"
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
    return told(_page)


def _page():
    from vaxel.rounds.domain.kinds import RoundState
    from vaxel.rounds.domain.state import Outcome
    from vaxel.rounds.policies import Act, RoundAct, why_not, why_not_round

    yield from opening("When what may be done to a round", "vaxel/rounds/policies.py")
    notes: list[str] = []
    yield from table(
        "A body's part, in an open round",
        [OUTCOMES[outcome.name.lower()] for outcome in Outcome],
        {act: [why_not(RoundState.OPEN, outcome, act) for outcome in Outcome] for act in Act},
        notes,
    )
    yield ""
    yield "In any other state of the round nothing is done to a body's part."
    yield from table(
        "The round as a whole",
        STATES.values(),
        {act: [why_not_round(state, act) for state in RoundState] for act in RoundAct},
        notes,
    )
    yield from footnotes(notes)


if __name__ == "__main__":
    write(PAGE, written)
