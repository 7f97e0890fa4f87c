"""What has happened to one body's part, as its receipts tell it: who, in which seat, when, with which number."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.composed import composed
from vaxel.network.models import Mandate, Person
from vaxel.network.queries.asof import at
from vaxel.network.wording import role_name
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Receipt

BESIDE = ("note", "by_link__link__mandate", "by_link__link__mailbox")


@dataclass(frozen=True)
class Told:
    """`who` is empty for Växel itself and for a name that has been erased; `for_them` registered it for the body.

    `by_link` says where the link was sent that it was done by: then `who` is what somebody wrote, not who they are.
    """

    step: Step
    at: dt.datetime
    number: str
    state: int
    who: str = ""
    title: str = ""
    note: str = ""
    for_them: str = ""
    by_link: str = ""


def story(delivery) -> list[Told]:
    """The oldest first. Four queries however long the story is."""
    receipts = _receipts(delivery.pk)
    people = dict(_people({r.person_id for r in receipts} - {None}))
    titles = dict(_titles({r.mandate_id for r in receipts} - {None}))
    bodies = at(today()).names({r.registered_by_body for r in receipts} - {None})
    return [
        Told(
            step=Step(receipt.step),
            at=receipt.received_at,
            number=number_of(receipt, delivery.round),
            state=receipt.state,
            **_who(receipt, people, titles),
            note=receipt.note.text if hasattr(receipt, "note") else "",
            for_them=bodies.get(receipt.registered_by_body, ""),
        )
        for receipt in receipts
    ]


@composed
def _receipts(delivery_id):
    return Receipt.objects.filter(delivery=delivery_id).select_related(*BESIDE).order_by("id")


@composed
def _people(ids):
    return Person.objects.filter(public_id__in=ids).values_list("public_id", "name")


@composed
def _titles(mandates):
    return Mandate.objects.filter(pk__in=mandates).values_list("pk", "title")


def _who(receipt, people, titles):
    act = getattr(receipt, "by_link", None)
    if act is not None:
        return {"who": act.name, "title": act.title, "by_link": sent_to(act.link)}
    return {"who": people.get(receipt.person_id, ""), "title": titles.get(receipt.mandate_id, "")}


def sent_to(link) -> str:
    """ "funktionsbrevlådan kommun@falun.example", or the seat: never the name of who holds it."""
    if link.mandate_id:
        role = link.mandate.title or role_name(link.mandate.role)
        return _("uppdraget %(role)s") % {"role": role}
    return _("funktionsbrevlådan %(address)s") % {"address": link.mailbox.address if link.mailbox else ""}


def number_of(receipt, round) -> str:
    """The round's number and the receipt's own: "2026-014-83"; what both registers can refer to."""
    return f"{round.number}-{receipt.pk}" if round.number else str(receipt.pk)


def latest(told: list[Told], *steps: Step) -> Told | None:
    return next((one for one in reversed(told) if one.step in steps), None)
