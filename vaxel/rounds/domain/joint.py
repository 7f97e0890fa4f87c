"""A county's joint answer: what an adoption binds, when it counts, and how it replaces what was merged.

Two bases that never mix. *As answered* totals the originals. *As adopted* puts the joint answer in place of the answers
it covers, and only when every body it covers has adopted it and none of them has stood aside since: each body's figures
then stand exactly once, at the county or at the body itself.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Original:
    """A covered body's own standing answer; number 0 and no values where it has none."""

    body: int
    number: int
    values: Values


@dataclass(frozen=True)
class Signed:
    """One party's act on one version: adopted, or stood aside."""

    body: int
    version: int
    adopted: bool


@dataclass(frozen=True)
class Joint:
    """A joint answer that counts: the county, the bodies it covers, what it says."""

    node: int
    covers: frozenset[int]
    values: Values


@dataclass(frozen=True)
class Replaced:
    """`answers`: (body or county, values). `elsewhere`: counties whose joint answer lies only partly in this part."""

    answers: list[tuple[int, Values]]
    elsewhere: tuple[int, ...] = ()


def digest(values: Values, originals: Iterable[Original]) -> str:
    """SHA-256 of the joint text and of every original below it, whatever the order they come in."""
    below = [[one.body, one.number, one.values] for one in sorted(originals, key=lambda one: one.body)]
    whole = json.dumps({"joint": values, "originals": below}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


def in_effect(covers: Mapping[int, Collection[int]], signed: Sequence[Signed]) -> int | None:
    """The latest version that counts. `covers`: bodies by version; `signed` in the order it was done."""
    latest = {one.body: one.adopted for one in signed}
    adopted = {(one.version, one.body) for one in signed if one.adopted}
    counting = [
        version
        for version, bodies in covers.items()
        if bodies and all((version, body) in adopted and latest[body] for body in bodies)
    ]
    return max(counting, default=None)


def replace(answers: Sequence[tuple[int, Values]], joints: Iterable[Joint], inside: Collection[int]) -> Replaced:
    """As adopted. `inside`: which of the covered bodies lie in the part that is totalled.

    A joint answer is never shared out: where only some of its bodies lie inside (Halland, in two healthcare regions),
    it is named as standing elsewhere, and their own answers do not count beside it.
    """
    taken: set[int] = set()
    whole: dict[int, Joint] = {}
    elsewhere = []
    for joint in joints:
        within = joint.covers & set(inside) - taken
        if joint.covers <= set(inside) and within == joint.covers:
            whole |= dict.fromkeys(joint.covers, joint)
        elif within:
            elsewhere.append(joint.node)
        taken |= within
    return Replaced(_placed(answers, taken, whole), tuple(elsewhere))


def _placed(
    answers: Sequence[tuple[int, Values]], taken: set[int], whole: Mapping[int, Joint]
) -> list[tuple[int, Values]]:
    """Each joint answer where the first body it covers stood; last, where none of them had answered."""
    placed: set[int] = set()
    order: list[tuple[int, Values]] = []
    for body, values in answers:
        joint = whole.get(body)
        if joint and joint.node not in placed:
            placed.add(joint.node)
            order.append((joint.node, joint.values))
        elif body not in taken:
            order.append((body, values))
    left = {joint.node: joint.values for joint in whole.values() if joint.node not in placed}
    return [*order, *left.items()]
