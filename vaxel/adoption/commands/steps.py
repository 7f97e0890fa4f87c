"""A body registers how far it has come; shares it, or lets time do so."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.adoption import permissions
from vaxel.adoption.domain.ledger import Entry, byte_of
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.models import AdoptionStep, Evidence, Opening, StageMark, Standing
from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.rounds.domain.keys import receipt_key
from vaxel.rounds.models import Delivery
from vaxel.ui.refusal import Refusal

SEEN_ALONE = dt.timedelta(days=14)  # docs/adr/0015: the body's own, before anybody else's
EARLIEST = dt.date(1990, 1, 1)
FILE_OWNER = "adoption.adoptionstep"
AT_ONCE = 1000


def register(
    thing,
    body,
    stage,
    happened_on,
    *,
    by,
    key,
    received_at,
    text="",
    indicator="",
    delivery=None,
    uploads=(),
    corrects=None,
) -> AdoptionStep:
    """`corrects` is a step of the body's own that this one replaces; with stage NONE it only takes that one away."""
    permissions.require(permissions.registers(by, body.pk))
    stage = AdoptionStage(stage)
    _right(stage, happened_on, swedish_day(received_at), text, corrects)
    bound = receipt_key(key, thing.pk, f"adoption-{body.pk}")
    with transaction.atomic():
        standing = _held(thing.pk, body.pk)
        if told := bound and AdoptionStep.objects.filter(key=bound).first():
            return told
        _may_correct(corrects, thing, body)
        step = AdoptionStep.objects.create(
            thing=thing,
            body=body,
            stage=stage,
            happened_on=happened_on,
            registered_at=received_at,
            opens_on=swedish_day(received_at) + SEEN_ALONE,
            corrects=corrects,
            person_id=by.person_id,
            mandate_id=by.mandate_id,
            key=bound,
        )
        _evidence(step, body, text, indicator, delivery, uploads, by)
        project(standing)
        action = "adoption.correct" if corrects else "adoption.register"
        facts = {"step": step.pk, "thing": thing.pk} | ({"corrects": corrects.pk} if corrects else {})
        journal.record(action, by=by, obj=step, on_behalf_of=body.pk, facts=facts)
    return step


def _right(stage, happened_on, day, text, corrects):
    if stage == AdoptionStage.NONE and corrects is None:
        raise Refusal(_("Välj hur långt ni har kommit."), field="stage")
    if stage == AdoptionStage.NOT_RELEVANT and not text.strip():
        raise Refusal(_("Skriv varför det inte är aktuellt hos er."), field="text")
    if happened_on > day:
        raise Refusal(_("Dagen har inte varit än. Skriv den dag det hände, i dag eller tidigare."), field="happened_on")
    if happened_on < EARLIEST:
        raise Refusal(_("Dagen ligger för långt tillbaka. Kontrollera årtalet."), field="happened_on")


def _may_correct(corrects, thing, body):
    """Read anew under the lock: two who correct the same step at once."""
    if corrects is None:
        return
    if (corrects.thing_id, corrects.body_id) != (thing.pk, body.pk):
        raise Refusal(_("Ni kan bara rätta det ni själva har registrerat."), status=403)
    if AdoptionStep.objects.filter(corrects=corrects).exists():
        raise Refusal(_("Uppgiften är redan rättad. Ladda om sidan och rätta den nya uppgiften i stället."), status=409)


def _evidence(step, body, text, indicator, delivery, uploads, by):
    if delivery is not None and not Delivery.objects.filter(pk=delivery.pk, body=body).exists():
        raise Refusal(_("Svaret ni hänvisar till är inte ert eget. Välj ett av era svar."), field="delivery")
    if text.strip() or indicator.strip() or delivery is not None:
        Evidence.objects.create(step=step, text=text.strip(), indicator=indicator.strip(), delivery=delivery)
    for upload in uploads:
        files.attach(upload, owner_type=FILE_OWNER, owner_id=step.pk, by=by, kind="evidence", field="uploads")


def _held(thing_id, body_id) -> Standing:
    """The body's standing, ours until the transaction ends: its steps come one after the other."""
    Standing.objects.get_or_create(thing_id=thing_id, body_id=body_id)
    return Standing.objects.select_for_update().get(thing_id=thing_id, body_id=body_id)


def project(standing) -> int:
    """The byte anew from the whole ledger of the body, and a mark for the vector. On a held standing."""
    standing.stage = byte_of(entries(standing.thing_id, standing.body_id))
    standing.save(update_fields=["stage"])
    StageMark.objects.create(thing_id=standing.thing_id, body_id=standing.body_id)
    return standing.stage


def entries(thing_id, body_id) -> list[Entry]:
    rows = AdoptionStep.objects.filter(thing=thing_id, body=body_id)
    fields = ("id", "stage", "happened_on", "corrects_id", "opening")
    return [
        Entry(pk, AdoptionStage(stage), day, corrects, opening is not None)
        for pk, stage, day, corrects, opening in rows.values_list(*fields)
    ]


def share(thing, body, *, by) -> int:
    """Lets the county and those who have sent the thing see what the body has registered so far. How many steps."""
    permissions.require(permissions.registers(by, body.pk))
    with transaction.atomic():
        standing = _held(thing.pk, body.pk)
        closed = list(AdoptionStep.objects.filter(thing=thing, body=body, opening=None).values_list("pk", flat=True))
        if closed:
            _open(closed, by.person_id, by.mandate_id)
            project(standing)
            facts = {"steps": closed, "thing": thing.pk}
            journal.record("adoption.share", by=by, obj=body, on_behalf_of=body.pk, facts=facts)
    return len(closed)


def _open(steps, person_id=None, mandate_id=None):
    at = clock.now()
    Opening.objects.bulk_create(
        [Opening(step_id=step, at=at, person_id=person_id, mandate_id=mandate_id) for step in steps],
        ignore_conflicts=True,
    )


def open_due() -> int:
    """Opens what the body has had to itself for its fourteen days. For the tick: catches up, and opens once."""
    opened = 0
    due = AdoptionStep.objects.filter(opens_on__lte=clock.today(), opening=None).order_by("pk")
    while some := list(due.values_list("thing_id", "body_id")[:AT_ONCE]):
        for thing, body in sorted(set(some)):
            opened += _open_of(thing, body)
    return opened


def _open_of(thing_id, body_id):
    with transaction.atomic():
        standing = _held(thing_id, body_id)
        rows = AdoptionStep.objects.filter(thing=thing_id, body=body_id, opens_on__lte=clock.today(), opening=None)
        steps = list(rows.values_list("pk", flat=True))
        _open(steps)
        project(standing)
    return len(steps)
