"""Units come from a file in two acts: it is read and previewed, then confirmed. Nothing is written in between."""

import hashlib
import json
from dataclasses import astuple

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar.clock import now, today
from vaxel.network.commands.allowed import must_manage
from vaxel.network.commands.refusing import one_change
from vaxel.network.commands.unit_file import read_rows
from vaxel.network.commands.unit_writing import write_changed, write_new
from vaxel.network.domain.kinds import PRINCIPALS
from vaxel.network.domain.unit_import import Fate, Judged, Row, judge, to_write
from vaxel.network.models import UnitImport
from vaxel.network.queries.units import known_units
from vaxel.ui.refusal import Refusal


def read_unit_file(upload, principal, *, by) -> UnitImport:
    """Keeps the rows as read; what becomes of them is judged each time someone looks."""
    must_manage(by, principal)
    _must_be_principal(principal)
    rows = read_rows(upload)
    return UnitImport.objects.create(
        principal=principal, by=by.person_id, file_name=upload.name[-200:], rows=[astuple(row) for row in rows]
    )


def judged(draft) -> list[Judged]:
    """What would become of each row if it were written now."""
    return judge([Row(*row) for row in draft.rows], known_units(draft.principal, today()))


def fingerprint(fates) -> str:
    """Tells whether what someone saw is still so."""
    said = json.dumps([astuple(each) for each in fates], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def confirm_import(draft, *, seen, accepted, by) -> dict[str, int]:
    """Writes exactly what was previewed: `seen` is the preview's fingerprint, `accepted` the lines of the unsure rows
    that someone took in. Refused (409) if the world has changed since, or if it is written already.
    """
    must_manage(by, draft.principal)
    with one_change():
        draft = UnitImport.objects.select_for_update(no_key=True).get(pk=draft.pk)
        if draft.applied_at:
            raise Refusal(_("Filen är redan införd. Läs in en ny om något mer ska ändras."), status=409)
        fates = judged(draft)
        if fingerprint(fates) != seen:
            raise Refusal(
                _("Enheterna har ändrats sedan du granskade filen. Här är den nya bedömningen: granska igen."),
                status=409,
            )
        counts = _write(draft, to_write(fates, accepted), by)
        UnitImport.objects.filter(pk=draft.pk).update(applied_at=now())
        journal.record("network.import_units", by=by, obj=draft.principal, facts={"import": draft.pk, **counts})
    return counts


def discard_import(draft, *, by) -> None:
    must_manage(by, draft.principal)
    with transaction.atomic():
        UnitImport.objects.filter(pk=draft.pk, applied_at=None).delete()


def _write(draft, chosen, by):
    known = {unit.own_id for unit in known_units(draft.principal, today()) if not unit.ended}
    new = [each.row for each in chosen if each.row.own_id not in known]
    changed = [each for each in chosen if each.row.own_id in known]
    write_new(draft.principal, new, by=by)
    write_changed(draft.principal, changed, by=by)
    return {Fate.NEW.value: len(new), Fate.CHANGED.value: len(changed)}


def _must_be_principal(body):
    if body.kind not in PRINCIPALS:
        raise Refusal(_("Enheter hör till en region eller en kommun. Öppna den och läs in filen där."), field="file")
