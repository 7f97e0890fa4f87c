"""A program's key: what it looks like, and what is kept of it."""

import hashlib
import secrets
from enum import StrEnum

PREFIX = "vaxel_"
RANDOM_BYTES = 32  # 256 bits: nobody guesses it, so a plain hash keeps it


class Scope(StrEnum):
    """What a key may be used for, at most: the mandate it is bound to still decides each thing."""

    READ = "read"
    ANSWER = "answer"  # confirm, pass on, write and send answers for one's own body
    SEND = "send"  # draft, send, remind, compile and feed back


def new_secret() -> str:
    return PREFIX + secrets.token_urlsafe(RANDOM_BYTES)


def hashed(secret: str) -> str:
    """SHA-256 in hex: the key itself is shown once and kept nowhere."""
    return hashlib.sha256(secret.encode()).hexdigest()


def fingerprint(method: str, path: str, body: bytes) -> str:
    """What a repeated request must agree with, to be the same request."""
    return hashlib.sha256(b"\n".join((method.encode(), path.encode(), body))).hexdigest()
