import pytest

from vaxel.rounds.domain.owing import owes
from vaxel.rounds.domain.state import Flag, Outcome

ASKED = {Outcome.SENT: True, Outcome.RECEIVED: True}
MAILED = {Outcome.SENT: True}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_what_a_body_owes(outcome):
    assert owes(outcome, asks=True) is ASKED.get(outcome, False)
    assert owes(outcome | Flag.RELAYED | Flag.LATE, asks=True) is ASKED.get(outcome, False)
    assert owes(outcome, asks=False) is MAILED.get(outcome, False)


def test_a_request_for_completion_is_a_debt_anew():
    for asks in (True, False):
        assert owes(Outcome.ANSWERED | Flag.COMPLETION_REQUESTED, asks=asks) is True
