"""The hash chain: how an entry becomes a link that no later edit survives."""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

GENESIS = "0" * 64


@dataclass(frozen=True)
class Head:
    """The last link. Kept outside the database it betrays a tail cut off: the chain alone cannot."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @classmethod
    def parse(cls, text: str) -> "Head":
        """ValueError for what is no head: a slip of the pen must not look like another chain."""
        number, _, digest = text.strip().partition(":")
        if len(bytes.fromhex(digest)) != hashlib.sha256().digest_size:
            raise ValueError(f"{digest} is no SHA-256")
        return cls(int(number), digest)


EMPTY = Head(0, GENESIS)


@dataclass(frozen=True)
class Link:
    """What of an entry the chain covers."""

    id: int
    at: dt.datetime
    action: str
    person_id: uuid.UUID | None
    mandate_id: int | None
    on_behalf_of: int | None
    object_type: str
    object_id: str
    facts: Mapping[str, object]
    note_hash: str

    def canonical(self) -> bytes:
        """The same bytes from both databases: UTC with microseconds, keys in order, no spaces."""
        at = self.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
        person = str(self.person_id) if self.person_id else None
        parts = [self.id, at, self.action, person, self.mandate_id, self.on_behalf_of]
        parts += [self.object_type, self.object_id, dict(self.facts), self.note_hash]
        return json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def link_hash(previous: str, link: Link) -> str:
    return hashlib.sha256(previous.encode() + b"\n" + link.canonical()).hexdigest()


def note_hash(salt: uuid.UUID, text: str) -> str:
    """Salted, so that an erased note cannot be guessed back from its hash."""
    return hashlib.sha256(salt.bytes + text.encode()).hexdigest()
