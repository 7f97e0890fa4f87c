"""A body's budget lines for one stream: written as a whole, so that the sums are those one saw."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.funding import permissions
from vaxel.funding.commands.booking import held
from vaxel.funding.domain.entries import Pocket
from vaxel.funding.models import BudgetLine
from vaxel.ui.refusal import Refusal

MOST = 40


@dataclass(frozen=True)
class Written:
    """A line as it was filled in; sums in öre, None where nothing is said yet."""

    label: str
    planned: int = 0
    agreed: int | None = None
    accounted: int | None = None


def write_budget(body, stream, year, lines, *, by) -> list[BudgetLine]:
    """What exceeds the grant is warned of and not refused: a plan may hold money of the body's own."""
    permissions.require(permissions.receives_for(by, body.pk))
    kept = [line for line in lines if line.label.strip()]
    _right(kept)
    with transaction.atomic():
        held([Pocket(body.pk, stream.pk, year)])
        own = BudgetLine.objects.filter(body=body, stream=stream, year=year)
        own.delete()
        made = BudgetLine.objects.bulk_create(
            BudgetLine(
                body=body, stream=stream, year=year, label=line.label.strip(), planned_ore=line.planned or 0,
                agreed_ore=line.agreed, accounted_ore=line.accounted, place=place,
            )
            for place, line in enumerate(kept)
        )  # fmt: skip
        journal.record(
            "funding.budget", by=by, obj=stream, on_behalf_of=body.pk, facts={"lines": len(made), "year": year}
        )
    return made


def _right(lines):
    names = [line.label.strip().casefold() for line in lines]
    if len(set(names)) < len(names):
        raise Refusal(_("Två rader heter lika. Slå ihop dem eller byt namn på en."), field="lines")
    if len(lines) > MOST:
        raise Refusal(_("Högst 40 rader går att spara. Slå ihop några."), field="lines")
