"""What makes a double click one receipt, and who was covered by what, as hashes."""

import hashlib
from collections.abc import Iterable


def receipt_key(key: str | None, delivery_id: int, step: str) -> str | None:
    """The form's key bound to delivery and step: a key sent with another delivery never fetches that one's receipt."""
    return hashlib.sha256(f"{delivery_id}:{step}:{key}".encode()).hexdigest() if key else None


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
