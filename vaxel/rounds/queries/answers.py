"""One body's answers: what stands, and what is being written."""

from dataclasses import dataclass

from vaxel.composed import composed, once_a_moment
from vaxel.files import Attachment
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Answer

SOURCE_OF, SOURCE = "rounds.answer", "source"
BEING_WRITTEN = (AnswerStatus.DRAFT, AnswerStatus.FOR_DECISION)


def standing_answer(delivery) -> Answer | None:
    """What counts today: the one submitted version that has not been withdrawn or replaced."""
    return _first(delivery, AnswerStatus.SUBMITTED)


def sources_of(answer):
    """What the body sent in, where a coordinator registered its answer."""
    return Attachment.objects.of(SOURCE_OF, answer.pk, SOURCE) if answer.on_behalf else Attachment.objects.none()


def draft(delivery) -> Answer | None:
    """The version being written or waiting for the body's own decision; never counted."""
    return _first(delivery, *BEING_WRITTEN)


@once_a_moment
def _first(delivery, *statuses):
    return _of(delivery, _with_status(delivery.pk, *statuses))


@once_a_moment
def _last(delivery):
    return _of(delivery, _latest(delivery.pk))


def _of(delivery, found):
    for answer in found:
        answer.delivery = delivery
        return answer
    return None


@composed
def _with_status(delivery_id, *statuses):
    return Answer.objects.filter(delivery=delivery_id, status__in=statuses).order_by("pk")[:1]


@composed
def _latest(delivery_id):
    return Answer.objects.filter(delivery=delivery_id).order_by("-number")[:1]


def begun_with(delivery) -> dict:
    """What a body that goes on writing finds in the form: its draft, else what stands, else what it said last."""
    found = begun_from(delivery)
    return dict(found.values) if found else {}


def begun_from(delivery) -> Answer | None:
    """The version whose values those are."""
    return draft(delivery) or standing_answer(delivery) or _last(delivery)


@dataclass(frozen=True)
class Begun:
    """`written`: the version being written, if any; `values`: what whoever goes on writing finds."""

    written: Answer | None
    values: dict


def begun_of(deliveries) -> dict[int, Begun]:
    """By delivery: as `draft` and `begun_with`, in one query for any number."""
    versions: dict[int, list[Answer]] = {}
    for answer in Answer.objects.filter(delivery__in=[one.pk for one in deliveries]).order_by("number"):
        versions.setdefault(answer.delivery_id, []).append(answer)
    return {one.pk: _begun(versions.get(one.pk, [])) for one in deliveries}


def _begun(versions):
    written = next((one for one in versions if one.status in BEING_WRITTEN), None)
    standing = next((one for one in versions if one.status == AnswerStatus.SUBMITTED), None)
    found = written or standing or (versions[-1] if versions else None)
    return Begun(written, dict(found.values) if found else {})
