"""A county's joint answers: who has adopted what, whether something has changed since, and which of them count."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vaxel.composed import seldom
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.joint import Joint, Original, Signed, digest, in_effect
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Answer, JointAnswer, JointCover, JointSignature, JointVersion

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Covered:
    """A body the latest version stands for. `signed` is its latest adoption; `stale`: what that covered has changed."""

    body_id: int
    name: str
    delivery_id: int
    original: Original
    signed: JointSignature | None
    adopted: bool
    aside: bool
    aside_reason: str
    stale: bool

    @property
    def waits(self):
        """Has still to say: it has never said, or what it adopted has changed."""
        return not self.aside and (not self.adopted or self.stale)


@dataclass(frozen=True)
class Proposed:
    """The latest version put forward, as it stands now. `number_in_effect` is the version that counts, if any does."""

    joint_id: int
    round_id: int
    node_id: int
    name: str
    number: int
    values: Values
    origins: Mapping[str, str]
    proposed_at: dt.datetime
    hash: str
    covered: tuple[Covered, ...]  # in Swedish order
    number_in_effect: int | None
    effective_values: Values

    @property
    def adopted(self):
        return [one for one in self.covered if one.adopted]

    @property
    def waiting(self):
        return [one for one in self.covered if one.waits]

    @property
    def aside(self):
        return [one for one in self.covered if one.aside]

    @property
    def stale(self):
        return any(one.stale for one in self.covered)

    @property
    def counts(self):
        return self.number_in_effect is not None

    def of(self, body_id):
        return next((one for one in self.covered if one.body_id == body_id), None)


def proposed(joint) -> Proposed | None:
    """None while nothing has been put forward."""
    return next(iter(_proposed([joint])), None)


def proposed_in(round) -> list[Proposed]:
    """Every joint answer of the round that has been put forward; the same few questions however many."""
    return _proposed(list(JointAnswer.objects.filter(round=round).order_by("id")))


def counting(round) -> list[Joint]:
    """The joint answers that count as adopted."""
    joints = {joint.pk: joint for joint in joint_answers(round.pk)}
    if not joints:
        return []
    covers, signed = _covers(joints), _signed(joints)
    numbers = {pk: in_effect(covers.get(pk, {}), signed.get(pk, [])) for pk in joints}
    versions = {
        version.joint_id: version for version in _versions(joints) if numbers[version.joint_id] == version.number
    }
    return [
        Joint(joint.node_id, frozenset(covers[pk][numbers[pk]]), versions[pk].values)
        for pk, joint in joints.items()
        if numbers[pk] is not None
    ]


@seldom
def joint_answers(round_id):
    return JointAnswer.objects.filter(round=round_id).order_by("id")


def jointly(round) -> dict[int, int]:
    """Body → the county whose joint answer stands for it, as adopted."""
    return {body: joint.node for joint in counting(round) for body in joint.covers}


def standing(delivery_ids) -> dict[int, Original]:
    """Delivery → the body's own standing answer, as a joint answer binds it."""
    rows = Answer.objects.filter(delivery__in=delivery_ids, status=AnswerStatus.SUBMITTED)
    return {
        delivery: Original(body, number, values)
        for delivery, body, number, values in rows.values_list("delivery", "delivery__body_id", "number", "values")
    }


def originals_of(covers) -> dict[int, Original]:
    """Delivery → original, for the covers of one version; nothing said is number 0."""
    found = standing([cover.delivery_id for cover in covers])
    return {
        cover.delivery_id: found.get(cover.delivery_id, Original(cover.delivery.body_id, 0, {})) for cover in covers
    }


def _versions(joints):
    return JointVersion.objects.filter(joint__in=joints).order_by("number")


def _covers(joints) -> dict[int, dict[int, set[int]]]:
    """Joint → version → bodies."""
    rows = JointCover.objects.filter(version__joint__in=joints)
    found: dict[int, dict[int, set[int]]] = {}
    for joint, number, body in rows.values_list("version__joint", "version__number", "delivery__body_id"):
        found.setdefault(joint, {}).setdefault(number, set()).add(body)
    return found


def _signed(joints) -> dict[int, list[Signed]]:
    rows = JointSignature.objects.filter(version__joint__in=joints).order_by("id")
    found: dict[int, list[Signed]] = {}
    fields = ("version__joint", "delivery__body_id", "version__number", "adopted")
    for joint, body, number, adopted in rows.values_list(*fields):
        found.setdefault(joint, []).append(Signed(body, number, adopted))
    return found


def _proposed(joints) -> list[Proposed]:
    pks = [joint.pk for joint in joints]
    by_joint: dict[int, dict[int, JointVersion]] = {}
    for version in _versions(pks):
        by_joint.setdefault(version.joint_id, {})[version.number] = version
    if not by_joint:
        return []
    covers, signed = _covers(pks), _signed(pks)
    latest = {pk: versions[max(versions)] for pk, versions in by_joint.items()}
    rows = JointCover.objects.filter(version__in=[version.pk for version in latest.values()])
    rows = list(rows.select_related("delivery"))
    originals, last = originals_of(rows), _last_acts(pks)
    names = at(_day(joints[0])).names({cover.delivery.body_id for cover in rows} | {joint.node_id for joint in joints})
    return [
        _one(
            joint,
            by_joint[joint.pk],
            in_effect(covers.get(joint.pk, {}), signed.get(joint.pk, [])),
            [cover for cover in rows if cover.version_id == latest[joint.pk].pk],
            originals,
            last,
            names,
        )
        for joint in joints
        if joint.pk in by_joint
    ]


def _day(joint):
    return joint.round.frame.as_of


def _last_acts(joints) -> dict[int, list[JointSignature]]:
    """Delivery → all its acts, in order."""
    rows = JointSignature.objects.filter(version__joint__in=joints).order_by("id")
    found: dict[int, list[JointSignature]] = {}
    for row in rows.select_related("receipt__note", "version"):
        found.setdefault(row.delivery_id, []).append(row)
    return found


def _one(joint, versions, number_in_effect, covers, originals, acts, names) -> Proposed:
    latest = versions[max(versions)]
    now = digest(latest.values, [originals[cover.delivery_id] for cover in covers])
    covered = [
        _covered(cover, originals[cover.delivery_id], acts.get(cover.delivery_id, []), now, names) for cover in covers
    ]
    return Proposed(
        joint_id=joint.pk,
        round_id=joint.round_id,
        node_id=joint.node_id,
        name=names.get(joint.node_id, ""),
        number=latest.number,
        values=latest.values,
        origins=latest.origins,
        proposed_at=latest.proposed_at,
        hash=now,
        covered=tuple(sorted(covered, key=lambda one: swedish_key(one.name))),
        number_in_effect=number_in_effect,
        effective_values=versions[number_in_effect].values if number_in_effect else {},
    )


def _covered(cover, original, acts, now, names):
    last = acts[-1] if acts else None
    adopted = last is not None and last.adopted
    aside = last is not None and not last.adopted
    return Covered(
        body_id=cover.delivery.body_id,
        name=names.get(cover.delivery.body_id, ""),
        delivery_id=cover.delivery_id,
        original=original,
        signed=last if adopted else None,
        adopted=adopted,
        aside=aside,
        aside_reason=last.receipt.note.text if aside and hasattr(last.receipt, "note") else "",
        stale=adopted and last.bound != now,
    )
