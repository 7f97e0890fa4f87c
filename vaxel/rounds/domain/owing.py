"""Does a body still owe something? Pure; for one's own list, page and line."""

from vaxel.rounds.domain.state import Flag, Outcome, outcome


def owes(state: int, *, asks: bool) -> bool:
    """Until it has said what it has to say, and again when completion is requested.

    A mailing asks for nothing but a confirmed receipt (`asks` is false).
    """
    if state & Flag.COMPLETION_REQUESTED:
        return True
    now = outcome(state)
    return now == Outcome.SENT or (asks and now == Outcome.RECEIVED)
