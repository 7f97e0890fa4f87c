"""One body's answers: what stands, and what is being written."""

from dataclasses import dataclass

from django.db.models import Q, Subquery

from vaxel.composed import composed, once_a_moment
from vaxel.files import Attachment
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Answer

SOURCE_OF, SOURCE = "rounds.answer", "source"
BEING_WRITTEN = (AnswerStatus.DRAFT, AnswerStatus.FOR_DECISION)


def standing_answer(delivery) -> Answer | None:
    """What counts today: the one submitted version that has not been withdrawn or replaced."""
    return _with(_versions(delivery), AnswerStatus.SUBMITTED)


def sources_of(answer):
    """What the body sent in, where a coordinator registered its answer."""
    return Attachment.objects.of(SOURCE_OF, answer.pk, SOURCE) if answer.on_behalf else Attachment.objects.none()


def draft(delivery) -> Answer | None:
    """The version being written or waiting for the body's own decision; never counted."""
    return _with(_versions(delivery), *BEING_WRITTEN)


def begun_with(delivery) -> dict:
    """What a body that goes on writing finds in the form: its draft, else what stands, else what it said last."""
    found = begun_from(delivery)
    return dict(found.values) if found else {}


def begun_from(delivery) -> Answer | None:
    """The version whose values those are."""
    return _begun_from(_versions(delivery))


def _begun_from(versions):
    latest = versions[-1] if versions else None
    return _with(versions, *BEING_WRITTEN) or _with(versions, AnswerStatus.SUBMITTED) or latest


def _with(versions, *statuses):
    return next((one for one in versions if one.status in statuses), None)


@once_a_moment
def _versions(delivery) -> list[Answer]:
    """What is being written, what stands and what was said last, the oldest first: at most three, by one question."""
    found = _that_matter(delivery.pk)
    for answer in found:
        answer.delivery = delivery
    return found


@composed
def _that_matter(delivery_id):
    own = Answer.objects.filter(delivery=delivery_id)
    latest = Q(pk=Subquery(own.order_by("-number").values("pk")[:1]))
    return own.filter(Q(status__in=(*BEING_WRITTEN, AnswerStatus.SUBMITTED)) | latest).order_by("number")


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
    found = _begun_from(versions)
    return Begun(_with(versions, *BEING_WRITTEN), dict(found.values) if found else {})
