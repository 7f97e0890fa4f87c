"""What is lifted from below, where it is on its way, and what can be done with it."""

from enum import StrEnum


class SignalKind(StrEnum):
    NEED = "need"  # behov
    EARLY_SIGN = "early_sign"  # tidigt tecken på ohälsa
    GOOD_EXAMPLE = "good_example"  # gott exempel
    PRACTICE = "practice"  # lovande lokalt arbetssätt
    RETIRE = "retire"  # förslag till utfasning


SHOWN_TO_ALL = frozenset({SignalKind.GOOD_EXAMPLE, SignalKind.PRACTICE})  # what the public list is for


class Level(StrEnum):
    """Where on the way up the desk lies that has the signal now."""

    OWN = "own"
    COUNTY = "county"
    RESOURCE_CENTRE = "resource_centre"
    NATION = "nation"


class SignalState(StrEnum):
    NEW = "new"  # waits for somebody at the desk
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    MERGED = "merged"  # goes on as part of another one
    WITHDRAWN = "withdrawn"


OPEN = frozenset({SignalState.NEW, SignalState.TAKEN, SignalState.ANSWERED})
WAITING = frozenset({SignalState.NEW, SignalState.TAKEN})  # somebody waits for an answer


class Act(StrEnum):
    TAKE = "take"
    RELEASE = "release"
    SEND_UP = "send_up"
    SEND_ACROSS = "send_across"
    MERGE = "merge"
    UNMERGE = "unmerge"
    ANSWER = "answer"
    BECOME = "become"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"


class Step(StrEnum):
    """What a row of the signal's own trail acknowledges: it was written, an act, or what it led to was fed back."""

    WRITTEN = "written"
    TAKE = "take"
    RELEASE = "release"
    SEND_UP = "send_up"
    SEND_ACROSS = "send_across"
    MERGE = "merge"
    TOOK_IN = "took_in"  # on the one that another was merged into
    UNMERGE = "unmerge"
    LET_GO = "let_go"  # on the one it is taken out of
    ANSWER = "answer"
    BECOME = "become"
    FED_BACK = "fed_back"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
