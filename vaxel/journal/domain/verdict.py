"""What a reading of the chain found."""

from dataclasses import dataclass

from vaxel.journal.domain.chain import EMPTY, Head


@dataclass(frozen=True)
class Verdict:
    """`broken_at` is the number of the first seal that does not hold; `unsealed` entries are honest, only young."""

    ok: bool
    sealed: int = 0
    unsealed: int = 0
    broken_at: int | None = None
    head: Head = EMPTY
    reason: str = ""
