"""Figures of need come in two acts: read and previewed, then confirmed. Nothing is shown to others in between."""

import hashlib
import json
from dataclasses import astuple
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.adoption import permissions
from vaxel.adoption.domain.need_import import Fate, Judged, Row, judge
from vaxel.adoption.models import NeedFigure, NeedSet
from vaxel.calendar import clock
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Identity, Population
from vaxel.network.queries.asof import at
from vaxel.ui.refusal import Refusal

COLUMNS = {
    "code": ("kod", "kommunkod", "regionkod", "id"),
    "name": ("namn", "kommun", "region", "organisation"),
    "figure": ("värde", "tal", "behov", "antal", "siffra"),
}
FIELDS = ("label", "unit", "year", "source", "high_is_need")


def read_need_file(thing, upload, *, by, **about) -> NeedSet:
    """Keeps the rows as read; what becomes of them is judged each time someone looks. `about`: FIELDS."""
    permissions.require(permissions.edits_thing(by, thing))
    rows = _rows(files.read_table(upload, field="file"))
    return _draft(thing, rows, by, file_name=upload.name[-200:], **about)


def need_from_population(thing, *, by) -> NeedSet:
    """The latest published population of each as its figure: for what everybody needs, and more where more live."""
    permissions.require(permissions.edits_thing(by, thing))
    latest = Population.objects.filter(kind__in=thing.target_kinds).order_by("-reference_date").first()
    if latest is None:
        raise Refusal(_("Ingen folkmängd är inläst för dem det är tänkt för. Läs in en fil i stället."))
    counted = Population.objects.filter(kind__in=thing.target_kinds, reference_date=latest.reference_date)
    people = dict(counted.order_by("-kind").values_list("body", "people"))
    bodies = at(clock.today()).named(list(people))
    rows = [Row(line, body.code or "", body.name or "", str(people[body.pk])) for line, body in enumerate(bodies, 2)]
    day = day_of_month(latest.reference_date)
    return _draft(
        thing, rows, by, label=_("Invånare"), unit=_("invånare"), year=latest.reference_date.year,
        source=_("SCB, folkmängd %(day)s") % {"day": day}, high_is_need=True,
    )  # fmt: skip


def _draft(thing, rows, by, **about):
    with transaction.atomic():
        made = NeedSet.objects.create(thing=thing, rows=[astuple(row) for row in rows], by=by.person_id, **about)
        journal.record("adoption.read_need", by=by, obj=thing, on_behalf_of=by.body_id, facts={"set": made.pk})
    return made


def _rows(table):
    plain = [" ".join(name.casefold().split()) for name in table.header]
    place = {
        what: next((plain.index(name) for name in names if name in plain), None) for what, names in COLUMNS.items()
    }
    if place["figure"] is None:
        place["figure"] = _the_only_other(plain, place)
    if place["figure"] is None or (place["code"] is None and place["name"] is None):
        raise Refusal(
            _("Filen ska ha en kolumn med kod eller namn och en med värde. Rubrikerna ska stå på första raden."),
            field="file",
        )
    if not table.rows:
        raise Refusal(_("Filen har rubriker men inga rader."), field="file")
    return [Row(row.number, *(_cell(row, place[what]) for what in ("code", "name", "figure"))) for row in table.rows]


def _the_only_other(header, place):
    others = [number for number, name in enumerate(header) if name and number not in place.values()]
    return others[0] if len(others) == 1 else None


def _cell(row, place):
    return row.cells[place].strip() if place is not None else ""


def judged(need_set) -> list[Judged]:
    """What would become of each row if it were written now."""
    meant = list(at(clock.today()).of_kind(*[Kind(kind) for kind in need_set.thing.target_kinds]))
    codes = {body.code: body.pk for body in meant if body.code} | _other_codes(need_set.thing, meant)
    names = {name.casefold(): body.pk for body in meant for name in (body.name, body.short_name) if name}
    return judge([Row(*row) for row in need_set.rows], codes, names)


def _other_codes(thing, meant):
    """A body of two kinds is meant by either code: 09 and 0980 are both Gotland."""
    rows = Identity.objects.at(clock.today()).filter(body__in=[body.pk for body in meant], kind__in=thing.target_kinds)
    return dict(rows.exclude(code="").values_list("code", "body"))


def fingerprint(fates) -> str:
    """Tells whether what someone saw is still so."""
    said = json.dumps([(one.row.line, one.fate, one.body, str(one.value)) for one in fates])
    return hashlib.sha256(said.encode()).hexdigest()


def confirm_need(need_set, *, seen, by) -> int:
    """Writes exactly what was previewed. How many figures; refused (409) if the network has changed since."""
    permissions.require(permissions.edits_thing(by, need_set.thing))
    with transaction.atomic():
        now = NeedSet.objects.select_for_update(of=("self",)).select_related("thing").get(pk=need_set.pk)
        if now.applied_at:
            raise Refusal(_("Siffrorna är redan införda. Läs in en ny fil om något mer ska ändras."), status=409)
        fates = judged(now)
        if fingerprint(fates) != seen:
            raise Refusal(_("Nätverket har ändrats sedan ni granskade filen. Granska den nya bedömningen."), status=409)
        taken = [one for one in fates if one.fate == Fate.TAKEN]
        if not taken:
            raise Refusal(_("Ingen rad i filen går att föra in. Rätta filen och läs in den igen."), status=422)
        NeedFigure.objects.bulk_create([NeedFigure(need_set=now, body_id=one.body, value=_decimal(one.value)) for one in taken], batch_size=1000)  # fmt: skip
        now.applied_at = clock.now()
        now.save(update_fields=["applied_at"])
        facts = {"set": now.pk, "figures": len(taken)}
        journal.record("adoption.confirm_need", by=by, obj=now.thing, on_behalf_of=by.body_id, facts=facts)
    return len(taken)


def _decimal(value) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def discard_need(need_set, *, by) -> None:
    permissions.require(permissions.edits_thing(by, need_set.thing))
    NeedSet.objects.filter(pk=need_set.pk, applied_at=None).delete()
