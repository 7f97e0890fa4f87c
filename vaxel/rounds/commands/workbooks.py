"""A workbook that came back: read, judged cell by cell, and then taken in as drafts. It never sends an answer."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands import steps
from vaxel.rounds.commands.drafting import in_words, save_draft
from vaxel.rounds.commands.preparing import prepare_draft, why_not_filled
from vaxel.rounds.domain.book import Entry
from vaxel.rounds.domain.book_keeping import kept, told
from vaxel.rounds.domain.book_reading import NotOursError, read_filled
from vaxel.rounds.domain.fates import WRITES, CellFate, Judged, judge
from vaxel.rounds.domain.merging import fingerprint
from vaxel.rounds.models import Delivery, FilledWorkbook
from vaxel.rounds.policies import CONFLICT
from vaxel.rounds.queries.answers import begun_of
from vaxel.rounds.queries.asked import Views
from vaxel.ui.refusal import Refusal


@dataclass(frozen=True)
class BodyFates:
    """`why`: nothing of this body's column is taken in, and this is the reason."""

    delivery: Delivery
    judged: Judged
    why: str = ""

    @property
    def writes(self) -> int:
        return 0 if self.why else sum(fate.fate in WRITES for fate in self.judged.fates)


def take_in(upload, round, deliveries, *, by, link=None) -> FilledWorkbook:
    """Reads the file and keeps its cells for the preview. Refuses another round's workbook and older questions."""
    _require(by, deliveries)
    filled = _read(upload)
    if filled.round_id != round.pk:
        raise Refusal(
            _("Arbetsboken gäller en annan förfrågan. Hämta den här förfrågans och fyll i den."), field="file"
        )
    if filled.version_id != round.template_version_id:
        raise Refusal(
            _("Arbetsboken har en äldre version av frågorna. Hämta en ny och flytta över svaren."), field="file"
        )
    bodies = [delivery.body_id for delivery in deliveries]
    if not filled.bodies() & set(bodies):
        raise Refusal(_("Arbetsboken gäller andra organisationer än era. Hämta er egen och fyll i den."), field="file")
    return FilledWorkbook.objects.create(
        round=round,
        bodies=bodies,
        by=by.person_id,
        link=link,
        file_name=upload.name[:200],
        entries=kept(filled, bodies),
        seen=filled.seen,
        created_at=clock.now(),
    )


def _require(by, deliveries):
    permissions.require(len(permissions.fills(by, deliveries)) == len(deliveries))


def _read(upload):
    try:
        return read_filled(files.read_cells(upload, field="file"))
    except NotOursError as no:
        raise Refusal(in_words(no.sentence), field="file") from no


def judged(workbook, deliveries, *, by) -> tuple[list[BodyFates], list[Entry]]:
    """What becomes of every cell as things are now, by body; and the cells that belong to no body here."""
    entries: dict[int | None, list[Entry]] = {}
    for entry in told(workbook.entries):
        entries.setdefault(entry.body_id, []).append(entry)
    begun, views = begun_of(deliveries), Views((deliveries or [workbook])[0].round)
    found = [
        _of_body(workbook, one, entries.pop(one.body_id, []), begun[one.pk], views.at(one.position), by)
        for one in deliveries
    ]
    loose = [entry for rest in entries.values() for entry in rest if entry.value is not None]
    return [one for one in found if one.judged.fates], loose


def _of_body(workbook, delivery, entries, begun, asked, by):
    seen = None if workbook.seen is None else workbook.seen.get(str(delivery.body_id), {})
    why = why_not_filled(delivery, begun.written, own=permissions.acts_for(by, delivery))
    return BodyFates(delivery, judge(asked, begun.values, entries, seen), why)


def fingerprint_of(found) -> str:
    """Of what a preview has shown, so that what is taken in is what was seen."""
    text = json.dumps([[one.delivery.pk, one.why, *map(_told, one.judged.fates)] for one in found])
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _told(fate: CellFate):
    return [fate.fate, fate.entry.sheet, fate.entry.address, fingerprint(fate.before), fingerprint(fate.after)]


def accept(workbook, deliveries, *, seen, by) -> Mapping[str, int]:
    """Into the drafts, all or nothing; how many cells were new, changed and emptied."""
    _require(by, deliveries)
    with transaction.atomic():
        now = FilledWorkbook.objects.select_for_update(of=("self",), no_key=True).get(pk=workbook.pk)
        if now.applied_at:
            raise Refusal(_("Arbetsboken är redan inläst."), status=CONFLICT)
        fresh = [steps.locked(delivery) for delivery in sorted(deliveries, key=lambda one: one.pk)]
        found, _loose = judged(now, sorted(fresh, key=lambda one: one.position), by=by)
        if fingerprint_of(found) != seen:
            raise Refusal(
                _("Något har ändrats i Växel sedan ni granskade filen. Granska på nytt det som visas här."),
                status=CONFLICT,
            )
        for one in found:
            if one.writes:
                _save(one, by)
        now.applied_at, now.entries, now.seen = clock.now(), [], None
        now.save(update_fields=["applied_at", "entries", "seen"])
    return Counter(fate.fate for one in found if not one.why for fate in one.judged.fates if fate.fate in WRITES)


def _save(one, by):
    own = permissions.acts_for(by, one.delivery)
    save = save_draft if own else prepare_draft
    save(one.delivery, dict(one.judged.changes), by=by)
    facts = {"questions": len(one.judged.changes)}
    journal.record("rounds.take_in_workbook", by=by, obj=one.delivery, on_behalf_of=one.delivery.body_id, facts=facts)


def put_away(workbook):
    """Not taken in: nothing of it is kept."""
    FilledWorkbook.objects.filter(pk=workbook.pk, applied_at=None).delete()
