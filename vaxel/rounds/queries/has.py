"""Which of the things a round may have beside it this one has. Most have few of them, and one question tells of all."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from vaxel.composed import composed, once_a_moment
from vaxel.rounds.models import AlsoReached, Correction, Enquiry, JointAnswer, Reminder, Round


@dataclass(frozen=True)
class Has:
    """Any at all, whoever may read them."""

    also_reached: bool
    corrections: bool
    enquiries: bool
    joint_answers: bool
    reminders: bool


BESIDE = {
    "also_reached": AlsoReached,
    "corrections": Correction,
    "enquiries": Enquiry,
    "joint_answers": JointAnswer,
    "reminders": Reminder,
}


@once_a_moment
def has(round_id) -> Has:
    return Has(**dict(zip(BESIDE, next(iter(_has(round_id))), strict=True)))


@composed
def _has(round_id):
    any_of = {name: Exists(model.objects.filter(round=OuterRef("pk"))) for name, model in BESIDE.items()}
    return Round.objects.filter(pk=round_id).values_list(*any_of.values())
