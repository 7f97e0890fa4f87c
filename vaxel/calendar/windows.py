"""The fixed windows of the field as they fall: one query."""

from vaxel.calendar.domain.windows import Spell, spells
from vaxel.calendar.models import FixedWindow


def window_spells(first, last) -> list[Spell]:
    """Those that touch the days first–last, holidays reckoned with."""
    return spells([window.rule() for window in FixedWindow.objects.all()], first, last)
