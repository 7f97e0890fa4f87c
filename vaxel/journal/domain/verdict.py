"""What a reading of the chain found."""

from dataclasses import dataclass
from enum import StrEnum

from vaxel.journal.domain.chain import EMPTY, Head


class Fault(StrEnum):
    NONE = ""
    GAP = "gap"  # a link is missing
    ALTERED = "altered"  # an entry or a link is not what was sealed
    REDONE = "redone"  # the chain holds, but is another than the one whose head was exported
    CUT_OFF = "cut_off"  # the chain ends before an exported head
    NOTE_ALTERED = "note_altered"


@dataclass(frozen=True)
class Verdict:
    """`broken_at` is the number of the first seal that does not hold; `unsealed` entries are honest, only young."""

    ok: bool
    sealed: int = 0
    unsealed: int = 0
    broken_at: int | None = None
    head: Head = EMPTY
    fault: Fault = Fault.NONE
