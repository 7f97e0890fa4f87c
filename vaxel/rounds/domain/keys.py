"""What makes a double click one receipt, and who was covered by what, as hashes."""

import hashlib
from collections.abc import Iterable

from vaxel.rounds.domain.state import Step
from vaxel.rounds.domain.times import SAYING

# A page kept in the browser asks anew once what it asked for has been undone: which steps undo which.
UNDONE_BY: dict[Step, frozenset[Step]] = {
    **dict.fromkeys(SAYING, frozenset({Step.WITHDRAWN, Step.COMPLETION_REQUESTED})),
    Step.WITHDRAWN: SAYING,
    Step.APPROVED: SAYING | {Step.WITHDRAWN},
    Step.COMPLETION_REQUESTED: SAYING | {Step.WITHDRAWN},
}


def receipt_key(key: str, delivery_id: int, step: str, again: int = 0) -> str:
    """The form's key bound to delivery and step: a key sent with another delivery never fetches that one's receipt.

    `again`: how many receipts the same form has given before, all of them undone since.
    """
    return hashlib.sha256(f"{delivery_id}:{step}:{key}{f':{again}' if again else ''}".encode()).hexdigest()


def covering(answers: Iterable[tuple[int, int, int]]) -> str:
    """SHA-256 of what a compilation covers: (body, outcome, number of its standing answer) in frame order.

    Any later answer, withdrawal or decline below gives another hash: the compilation is then stale, visibly.
    """
    digest = hashlib.sha256()
    for body, outcome, number in answers:
        digest.update(f"{body}:{outcome}:{number};".encode())
    return digest.hexdigest()


def frame_key(as_of: str, bodies: bytes) -> str:
    """Of the ordered list of bodies (eight bytes each) and the day."""
    return hashlib.sha256(as_of.encode() + b":" + bodies).hexdigest()
