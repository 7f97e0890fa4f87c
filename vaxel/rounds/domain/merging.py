"""Two colleagues write in the same draft: what each has changed is kept, question by question.

The form carries a fingerprint of every value it was shown with. A posted value with the same fingerprint was not
touched; one that differs is a change, unless the stored value has become something else meanwhile: then both are told.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Fingerprints = Mapping[str, str]


@dataclass(frozen=True)
class Merge:
    """`changes` are to be saved (None = emptied); `conflicts` holds the stored value of what both have changed."""

    changes: dict[str, Any]
    conflicts: dict[str, Any]


def fingerprint(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:10]


def fingerprints(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: fingerprint(value) for key, value in values.items() if value is not None}


def merge(posted: Mapping[str, Any], seen: Fingerprints, stored: Mapping[str, Any]) -> Merge:
    """`posted` holds cleaned values; without a fingerprint a question was shown empty."""
    nothing = fingerprint(None)
    changes, conflicts = {}, {}
    for key, value in posted.items():
        shown, mine, theirs = seen.get(key, nothing), fingerprint(value), fingerprint(stored.get(key))
        if mine in (shown, theirs):
            continue
        if theirs == shown:
            changes[key] = value
        else:
            conflicts[key] = stored.get(key)
    return Merge(changes, conflicts)
