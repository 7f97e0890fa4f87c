"""What is done with reminders that have not left: needless ones are taken back."""

from vaxel import notices
from vaxel.composed import composed
from vaxel.rounds.models import Reminder


def take_back(round_id, body_ids) -> int:
    """These bodies have said what they had to say: what waits for the morning would be needless. How many."""
    keys = _keys(round_id, body_ids)
    return notices.cancel_all(keys) if keys else 0


@composed
def _keys(round_id, body_ids):
    found = Reminder.objects.filter(round=round_id, body__in=body_ids).exclude(event_key="")
    return found.values_list("event_key", flat=True)


def take_back_all(round_id) -> int:
    """No more answers are taken."""
    return notices.cancel(prefix=f"round:{round_id}:reminded-")
