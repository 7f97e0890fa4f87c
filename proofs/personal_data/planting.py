"""A person with a word of her own in every personal field: made by the commands where they are needed, else straight in the
table. Each word names its field, so that one that is missing from her data, or left after the erasure, tells where.
"""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone

from vaxel import files, journal, search
from vaxel.accounts.models import User
from vaxel.adoption.commands.steps import register
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.funding.domain.ledger import standing
from vaxel.funding.models import LedgerEntry, PocketBalance
from vaxel.funding.queries.entries import FIELDS, rule_of
from vaxel.network.actor import SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Body, Mandate, Person
from vaxel.personal.domain.table import Act
from vaxel.personal.handlings import HANDLINGS
from vaxel.personal.registry import table_of, tables
from vaxel.privacy.queries.rows import hers, model_of, subject_of
from vaxel.rounds.commands.deliveries import confirm_receipt
from vaxel.rounds.models import Answer
from vaxel.rounds.tests.world import make_world
from vaxel.signals.commands.writing import Words, say, write

NAME, EMAIL, PHONE, NICK = "Kanja Ariesdotter", "kanja.ariesdotter@proof.example", "070-917 36 55", "Kanariegullet"
WORDS = (NAME, EMAIL, "0709173655", NICK)
WRITTEN_IN = (models.CharField, models.TextField, models.JSONField)
OTHER_FORMS = {Act.PSEUDONYM, Act.DERIVE}


@dataclass
class Planted:
    world: object
    person: Person
    marks: dict[str, str] = field(default_factory=dict)  # "rounds.Enquiry.text" → its word
    kept: dict[str, str] = field(default_factory=dict)  # those that the law asks for as they were
    handled: dict[str, str] = field(default_factory=dict)  # field → the handling's key


def plant() -> Planted:
    world = make_world()
    seat = world.actor(world.falun, Role.CONTACT)
    person = Person.objects.get(public_id=seat.person_id)
    person.user = User.objects.create_user(EMAIL, "lösenord-som-prov")
    person.save()
    planted = Planted(world, person)
    _act(world, seat)
    subject = subject_of(person)
    # Herself last: until then the rows that lead to her are found by the address she logs in with.
    order = sorted(tables(), key=lambda one: one.model in {"accounts.User", "network.Person"})
    for table in order:
        for name, key in table.personal():
            if model_of(table) is not None and _is_written(table, name, key):
                _plant(planted, table, name, key, subject)
        if model_of(table) is not None:
            _plant_kept(planted, table, subject)
    for entry in LedgerEntry.objects.all():  # the sums beside it, as the command would have written them
        sums = vars(standing([rule_of(LedgerEntry.objects.values_list(*FIELDS).get(pk=entry.pk))], entry.target_id))
        PocketBalance.objects.create(body_id=entry.target_id, stream_id=entry.stream_id, year=entry.year, **sums)
    Person.objects.filter(pk=person.pk).update(name=NAME, email=EMAIL, phone=PHONE)
    planted.marks |= {"network.Person.name": NAME, "network.Person.email": EMAIL, "network.Person.phone": PHONE}
    search.rebuild()
    person.refresh_from_db()
    return planted


def _act(world, seat):
    """What checks follow from step to step is done by the commands; the words are planted in it afterwards."""
    now = timezone.now()
    for title in ("Redovisning", "Uppföljning"):
        round = world.sent(title=title)
        confirm_receipt(world.delivery(round, world.falun), by=seat, key=world.key(), received_at=now)
    delivery = world.delivery(round, world.falun)
    Answer.objects.create(delivery=delivery, number=1, values={}, updated_by=seat.person_id)
    words = Words("need", "Väntan", "Kön är lång.", world.falun.pk)
    write(words, by=seat, key=world.key(), received_at=now)
    say(words, email=EMAIL, key=world.key(), received_at=now)
    thing = create_thing(
        by=world.secretary, owner_id=world.secretariat.pk, name="Metoden", kind="metod", target_kinds=["municipality"]
    )
    day = world.today() - dt.timedelta(days=9)
    register(thing, world.falun, AdoptionStage.FULL_USE, day, by=seat, key=world.key(), received_at=now, text="Så.")
    journal.record("rounds.send", by=seat, obj=round, note=f"{mark('journal.Note.text')} {NAME}")
    upload = SimpleUploadedFile("brev.txt", f"{mark('files.Blob.content')} {NAME} har ringt.".encode())
    files.attach(upload, owner_type="rounds.round", owner_id=round.pk, by=seat, kind="document")


def mark(where: str) -> str:
    return "K" + uuid.uuid5(uuid.NAMESPACE_URL, where).hex[:8]


def _is_written(table, name, key):
    handling = HANDLINGS[key]
    field = model_of(table)._meta.get_field(name)
    return isinstance(field, WRITTEN_IN) and handling.act not in OTHER_FORMS and table.model != "network.Person"


def _plant(planted, table, name, key, subject):
    where, handling = f"{table.model}.{name}", HANDLINGS[key]
    planted.handled[where] = key
    if handling.is_secret:
        return
    field = model_of(table)._meta.get_field(name)
    word = EMAIL if _is_address(field) else mark(where)
    if isinstance(field, models.CharField) and field.max_length and field.max_length < len(word):
        return
    (planted.kept if handling.act is Act.KEEP else planted.marks)[where] = word
    if where in {"journal.Note.text", "files.Blob.content"}:
        return
    if handling.act is Act.KEEP:
        return
    row = _row_of(table, subject)
    model_of(table)._default_manager.filter(pk=row.pk).update(**{name: _text(row, name, word)})


def _text(row, name, word):
    """In a text her name stands beside the mark; an address is hers."""
    field = row._meta.get_field(name)
    if _is_address(field):
        return EMAIL
    said = f"{word} {NAME}"
    if isinstance(field, models.JSONField):
        return _inside(getattr(row, name), said)
    room = field.max_length if isinstance(field, models.CharField) else None
    return said if room is None or room >= len(said) else word[:room]


def _is_address(field):
    return isinstance(field, models.EmailField)


def _inside(kept, said):
    """A template must still be one."""
    if isinstance(kept, dict) and kept.get("sections"):
        first = {**kept["sections"][0], "title": said}
        return {**kept, "sections": [first, *kept["sections"][1:]]}
    return [said] if isinstance(kept, list) else {"q3": said}


def _row_of(table, subject):
    """One that is hers, or is made so; where no row is anyone's, any."""
    model = model_of(table)
    if table.whose:
        return hers(table, subject).order_by("pk").first() or _bake(model, subject)
    return model._default_manager.order_by("pk").first() or _bake(model, subject)


def _plant_kept(planted, table, subject):
    """Added once, with all its words: such a row is never changed."""
    model, given = model_of(table), {}
    for name, key in table.personal():
        if HANDLINGS[key].act is Act.KEEP:
            field, said = model._meta.get_field(name), f"{mark(f'{table.model}.{name}')} {NAME}"
            given[name] = {"x": said} if isinstance(field, models.JSONField) else said[: field.max_length or 500]
    if given:
        _bake(model, subject, **given)


def _bake(model, subject, **given):
    """A row with everything that the table demands, led to her wherever it can be."""
    values = {**_needed(model._meta.label), **given}
    for one in model._meta.local_fields:
        if one.name in values or (one.primary_key and not one.is_relation):
            continue
        values[one.name] = _value(model, one, subject)
    made = model(**{name: value for name, value in values.items() if value is not _ABSENT})
    made.save(force_insert=True)
    return made


_ABSENT = object()


def _needed(label):
    """What the tables' own rules ask for besides."""
    day = dt.date(2026, 1, 1)
    match label:
        case "funding.Agreement":
            return {"year": 2026}
        case "funding.Condition":
            return {"least_percent": 30}
        case "funding.Contract":
            return {"ended_on": day, "end_reason": "Slut.", "parent": None, "to": ""}
        case "funding.ContractVersion":
            year = dt.timedelta(days=365)
            return {"starts": day, "ends": day + year, "interim_on": day, "final_on": day + year, "total_ore": 10}
        case "funding.LedgerEntry":
            return {"kind": "pot", "source": None, "target": Body.objects.order_by("pk")[1]}
        case "funding.RepaymentClaim":
            return {"reason": "Kvar."}
        case "rounds.SectionPart":
            return {"body": None}
        case "network.Succession":
            return {"after": Body.objects.order_by("pk")[1]}
        case "privacy.ErasureDecision":
            return {"carried_out_at": timezone.now()}
    return {}


def _value(model, one, subject):
    if one.is_relation:
        return _related(model, one, subject)
    if one.name in {"prepared_by", "decided_by"}:
        return _ABSENT  # never the same two, and each at a moment
    if isinstance(one, models.UUIDField):
        return uuid.uuid4() if one.unique else subject.public_id
    if isinstance(one, models.EmailField):
        return EMAIL
    if one.name == "user_id":
        return subject.user_id
    if one.name == "mandate_id":
        return subject.mandates[0]
    if one.has_default() or one.null:
        return _ABSENT
    if getattr(one, "auto_now_add", False) or getattr(one, "auto_now", False):
        return _ABSENT
    return _plain(one)


def _plain(one):
    if isinstance(one, models.JSONField):
        return {}
    if one.choices:
        return one.choices[0][0]
    if isinstance(one, models.DateTimeField):
        return timezone.now()
    if isinstance(one, models.DateField):
        return dt.date(2026, 1, 1)
    if isinstance(one, models.BinaryField):
        return b""
    if isinstance(one, models.BooleanField):
        return False
    if isinstance(one, models.IntegerField):
        return 1
    return uuid.uuid4().hex[: one.max_length or 32]


def _related(model, one, subject):
    label = one.related_model._meta.label
    if label == "network.Person":
        return Person.objects.get(pk=subject.person_id)
    if label == "accounts.User":
        return User.objects.get(pk=subject.user_id)
    if label == "network.Mandate":
        return Mandate.objects.get(pk=subject.mandates[0])
    if one.null:
        return None
    rows = hers(table_of(label), subject) if table_of(label).whose else one.related_model._default_manager.all()
    taken = model._default_manager.values(one.attname) if one.unique else []
    everyone = one.related_model._default_manager.exclude(pk__in=taken).order_by("pk")
    return rows.exclude(pk__in=taken).order_by("pk").first() or everyone.first() or _bake(one.related_model, subject)


__all__ = ["SYSTEM", "WORDS", "Planted", "plant"]
