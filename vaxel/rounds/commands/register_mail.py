"""Mails each body's new items to its register, from the sealed journal: every entry once, whatever falls."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel import notices
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.journal.models import Seal
from vaxel.rounds.commands.mail import absolute
from vaxel.rounds.commands.wording import in_swedish
from vaxel.rounds.domain.state import Step
from vaxel.rounds.models import Receipt, RegisterMail
from vaxel.rounds.queries.register import Way, entries, receipts_of

BATCH = 2000
TOLD = [
    f"rounds.{step}" for step in (Step.RELAYED, Step.ANSWERED, Step.NOTHING_TO_REPORT, Step.DECLINED, Step.WITHDRAWN)
]


def mail_all() -> int:
    """How many mails were posted."""
    return sum(_mail(body) for body in RegisterMail.objects.values_list("body_id", flat=True))


@transaction.atomic
def _mail(body_id) -> bool:
    """The place in the journal and the mail are written together."""
    row = RegisterMail.objects.select_for_update(skip_locked=True).filter(body=body_id).first()
    seals = (
        list(Seal.objects.filter(number__gt=row.told_up_to).select_related("entry").order_by("number")[:BATCH])
        if row
        else []
    )
    if not seals:
        return False
    row.told_up_to = seals[-1].number
    row.save(update_fields=["told_up_to"])
    found = entries(_receipts(body_id, [seal.entry for seal in seals]), body_id)
    if found:
        _post(row, found, f"{seals[-1].number}:{seals[-1].hash}")
    return bool(found)


def _receipts(body_id, made):
    """Those that the journal has told of since, and that are the body's to register."""
    steps = [entry.facts["receipt"] for entry in made if entry.action in TOLD and "receipt" in entry.facts]
    rounds = [entry.object_id for entry in made if entry.action == "rounds.send"]
    of_steps = receipts_of(body_id).filter(pk__in=steps)
    of_rounds = (
        receipts_of(body_id).filter(step=Step.SENT, delivery__round__in=rounds) if rounds else Receipt.objects.none()
    )
    return [*of_steps, *of_rounds]


@in_swedish
def _post(row, found, head):
    """`head` ends up in an archive that we cannot reach: `vaxel verify --head` asks about it."""
    words = ngettext("En handling till diariet", "%(n)s handlingar till diariet", len(found)) % {"n": len(found)}
    lines = [_line(entry) for entry in sorted(found, key=lambda entry: entry.at)]
    link = absolute(f"/forfragningar/register/{row.body_id}/")
    seal = _("Journalens sigill, som visar att inget har ändrats i efterhand: %s") % head
    text = "\n\n".join(
        [_("Det här har kommit till eller gått från er i Växel."), *lines, _("Hela förteckningen: %s") % link, seal]
    )
    notices.post(
        f"register:{row.body_id}:{row.told_up_to}", to=row.address, subject=words, text=text, body_id=row.body_id
    )


def _line(entry):
    way = _("Inkommen") if entry.way is Way.IN else _("Utgående")
    parts = [f"{swedish_day(entry.at)} {way}: {entry.what}", entry.title, entry.other, _("nummer %s") % entry.number]
    return "\n".join([*parts, _("ert dnr %s") % entry.own_number] if entry.own_number else parts)
