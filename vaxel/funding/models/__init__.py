from vaxel.funding.models.agreement import Agreement, AgreementParty, Condition, Deadline
from vaxel.funding.models.decision import Decision, Grant, Payout
from vaxel.funding.models.scenario import Scenario
from vaxel.funding.models.stream import Stream, StreamAmount

__all__ = [
    "Agreement", "AgreementParty", "Condition", "Deadline", "Decision", "Grant", "Payout", "Scenario", "Stream",
    "StreamAmount",
]  # fmt: skip
