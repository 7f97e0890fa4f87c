"""What the body's own page shows of the sections it has given to others."""

from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.queries.sections import given


def given_look(delivery) -> dict:
    found = given(delivery, questions_of(delivery))
    done = sum(one.done for one in found)
    return {"given": found, "given_done": done, "given_left": len(found) - done}
