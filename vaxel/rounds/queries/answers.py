"""One body's answers: what stands, and what is being written."""

from vaxel.files import Attachment
from vaxel.rounds.domain.kinds import AnswerStatus
from vaxel.rounds.models import Answer

SOURCE_OF, SOURCE = "rounds.answer", "source"
BEING_WRITTEN = (AnswerStatus.DRAFT, AnswerStatus.FOR_DECISION)


def standing_answer(delivery) -> Answer | None:
    """What counts today: the one submitted version that has not been withdrawn or replaced."""
    return delivery.answers.filter(status=AnswerStatus.SUBMITTED).first()


def sources_of(answer):
    """What the body sent in, where a coordinator registered its answer."""
    return Attachment.objects.of(SOURCE_OF, answer.pk, SOURCE) if answer.on_behalf else Attachment.objects.none()


def draft(delivery) -> Answer | None:
    """The version being written or waiting for the body's own decision; never counted."""
    return delivery.answers.filter(status__in=BEING_WRITTEN).first()


def begun_with(delivery) -> dict:
    """What a body that goes on writing finds in the form: its draft, else what stands, else what it said last."""
    found = begun_from(delivery)
    return dict(found.values) if found else {}


def begun_from(delivery) -> Answer | None:
    """The version whose values those are."""
    return draft(delivery) or standing_answer(delivery) or delivery.answers.order_by("-number").first()
