"""Why a file is not taken. The reason is a word; the sentence a person reads is made above, in their language."""

from enum import StrEnum


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_BIG = "too_big"
    NOT_ALLOWED = "not_allowed"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    BROKEN = "broken"
    BOMB = "bomb"
    MACROS = "macros"
    ACTIVE = "active"
    LOCKED = "locked"
    NOT_TEXT = "not_text"
    NO_ROWS = "no_rows"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    SAME_COLUMN_TWICE = "same_column_twice"
    RAGGED = "ragged"
    NO_SUCH_SHEET = "no_such_sheet"
    NOT_A_TABLE = "not_a_table"


class Unfit(Exception):  # noqa: N818 - it is no error: the system works, the answer is no
    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts
