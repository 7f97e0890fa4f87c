"""How waiting messages become mails: those to one receiver under one key are merged, the rest go one by one."""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """What of a message decides which mail it goes in. `message_id` is set once it has been tried."""

    event_key: str
    to: str
    digest_key: str = ""
    message_id: str = ""


def bundles(messages: Iterable[Waiting]) -> list[tuple[Waiting, ...]]:
    """One bundle is one mail. What was tried together stays together, so that a second try is the same mail."""
    found: dict[tuple[str, str, str], list[Waiting]] = {}
    for message in messages:
        alone = "" if message.digest_key else message.event_key
        together = message.message_id or f"{message.digest_key} {alone}"
        found.setdefault((message.to, message.message_id, together), []).append(message)
    return [tuple(bundle) for bundle in found.values()]


def message_id(bundle: Sequence[Waiting], host: str, secret: bytes) -> str:
    """The same for the same messages, whoever sends and however often: a receiver can tell a repeat.

    Nobody who lacks the secret can reckon it, so that a bounce is of a mail that has been seen.
    """
    if known := bundle[0].message_id:
        return known
    keys = "\n".join(sorted(message.event_key for message in bundle))
    return f"<{hmac.digest(secret, keys.encode(), 'sha256').hex()[:32]}@{host}>"
