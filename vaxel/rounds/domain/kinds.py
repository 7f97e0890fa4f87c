"""The precise word for what is sent: the reader never meets "round" (glossary)."""

from enum import StrEnum


class RoundKind(StrEnum):
    ACCOUNT = "account"  # redovisning
    REQUISITION = "requisition"  # rekvisition: granted money taken up or declined; made by funding
    SURVEY = "survey"  # enkät
    CONSULTATION = "consultation"  # remiss
    COMMENTS = "comments"  # synpunktsinhämtning
    MAILING = "mailing"  # utskick: information only, no answer is asked for


# Where a body gains or gives up something: it answers by its own hand, never empty, jointly or by somebody for it.
OWN_HAND = frozenset({RoundKind.REQUISITION})


class Route(StrEnum):
    DIRECT = "direct"
    STEPWISE = "stepwise"


class RoundState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    FED_BACK = "fed_back"
    RECALLED = "recalled"


class AnswerStatus(StrEnum):
    DRAFT = "draft"  # autosaved, never counted
    FOR_DECISION = "for_decision"  # waits for the body's own second mandate
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"  # a later version was submitted
