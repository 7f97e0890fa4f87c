"""The copy for the body's own register: what was sent, when, by whom, to whom, with both numbers."""

import csv
import io
from dataclasses import asdict, dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import clock, day_of_month
from vaxel.files.domain.guarding import guard
from vaxel.network.queries.asof import at

BOM = "\ufeff"  # so that the spreadsheet of a Swedish office reads å, ä and ö


@dataclass(frozen=True)
class RegisterCopy:
    title: str
    number: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[dict, ...]
    answer_title: str
    language: str

    def as_data(self) -> dict:
        return asdict(self)


def register_copy(delivery, told, sections, own_number="") -> RegisterCopy:
    """`told` is the receipt (queries.story.Told), `sections` the answer line by line; `own_number` is the body's dnr."""
    round, language = delivery.round, get_language() or "sv"
    names = at(today()).names([delivery.body_id, round.owner_id])
    who = ", ".join(filter(None, [told.who, told.title])) or (_("Okänd") if told.by_link else _("Växel"))
    facts = (
        (_("Diarienummer"), own_number or "–"),
        (_("Avsändarens nummer"), round.number or "–"),
        (_("Kvittens"), told.number),
        (_("Datum"), f"{day_of_month(swedish_day(told.at), language)} {clock(told.at, language)}"),
        (_("Från"), names.get(delivery.body_id, "")),
        (_("Till"), names.get(round.owner_id, "")),
        (_("Skickat av"), who),
        *([(_("Via länk, skickad till"), told.by_link)] if told.by_link else []),
        *([(_("Skäl"), told.note)] if told.note else []),
    )
    return RegisterCopy(round.title, told.number, facts, tuple(sections), _("Svaret"), language.split("-")[0])


def receipt_csv(copy: RegisterCopy) -> bytes:
    """One line for the register's import; no cell can be read as a formula."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow([_("Ärende"), *(word for word, _value in copy.facts)])
    writer.writerow([guard(value) for value in (copy.title, *(value for _word, value in copy.facts))])
    return (BOM + target.getvalue()).encode()
