"""Each sent round has a number within its year: "2026-014"."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vaxel.rounds.models import Round
from vaxel.ui.refusal import Refusal


def next_number(day) -> str:
    """ "2026-014": the year's next. Two who send at once: the second is refused by the database and tries again."""
    year = f"{day.year}-"
    taken = Round.objects.filter(number__startswith=year).values_list("number", flat=True)
    return f"{year}{max((int(number.removeprefix(year)) for number in taken), default=0) + 1:03d}"


def give_number(round, day, attempts=20):
    for _attempt in range(attempts):
        round.number = next_number(day)
        try:
            with transaction.atomic():
                round.save(update_fields=["number"])
        except IntegrityError:
            continue
        return
    raise Refusal(_("Många skickar just nu. Försök igen om en stund."), status=503)
