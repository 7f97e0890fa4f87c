"""Which rows of a table are a person's: by how the table says a row leads to her, or by the words that are in it."""

import json
from dataclasses import dataclass

from django.apps import apps
from django.db.models import CharField, EmailField, ForeignKey, JSONField, OneToOneField, Q, TextField, UUIDField
from django.db.models.functions import Cast

from vaxel.network.models import Mandate, Person
from vaxel.personal.domain.table import Table
from vaxel.privacy.domain.wanted import Wanted

WRITABLE = (CharField, TextField, JSONField)


@dataclass(frozen=True)
class Subject:
    """A person by everything that leads to her."""

    person_id: int
    public_id: str
    user_id: int | None
    mandates: tuple[int, ...]
    addresses: tuple[str, ...]
    wanted: Wanted


def subject_of(person: Person, more=()) -> Subject:
    addresses = {person.email, person.user.email if person.user else ""} - {""}
    return Subject(
        person_id=person.pk,
        public_id=person.public_id,
        user_id=person.user_id,
        mandates=tuple(Mandate.objects.filter(person=person).values_list("pk", flat=True)),
        addresses=tuple(sorted(addresses)),
        wanted=Wanted.of([person.name, person.phone, *addresses, *more]),
    )


def model_of(table: Table):
    return apps.get_model(table.model) if "." in table.model else None


def hers(table: Table, subject: Subject):
    """A queryset; empty where no row of the table leads to anyone."""
    model = model_of(table)
    found = Q()
    for way in table.whose:
        found |= _leads(model, way, subject)
    return model._default_manager.filter(found) if found else model._default_manager.none()


def _leads(model, way, subject) -> Q:
    field = _end_of(model, way)
    if way == "pk":
        return Q(pk=subject.person_id if model is Person else subject.user_id)
    if isinstance(field, ForeignKey | OneToOneField):
        match field.related_model._meta.label:
            case "network.Person":
                return Q(**{way: subject.person_id})
            case "network.Mandate":
                return Q(**{f"{way}__in": subject.mandates})
        return _known(way, subject.user_id)
    if isinstance(field, UUIDField):
        return Q(**{way: subject.public_id})
    if isinstance(field, EmailField):
        found = Q(pk__in=[])
        for address in subject.addresses:
            found |= Q(**{f"{way}__iexact": address})
        return found
    return _known(way, subject.user_id)


def _known(way, key) -> Q:
    """None must not find every row that has nobody."""
    return Q(pk__in=[]) if key is None else Q(**{way: key})


def _end_of(model, way):
    field = None
    for step in ["id" if way == "pk" else way] if "__" not in way else way.split("__"):
        field = model._meta.get_field(step)
        model = field.related_model
    return field


def written_in(table: Table, names):
    """Those of the fields that hold words."""
    model = model_of(table)
    return [name for name in names if isinstance(model._meta.get_field(name), WRITABLE)]


def mentioning(table: Table, names, wanted: Wanted):
    """A queryset of rows where one of the fields may hold one of the words: each is then read with `wanted.are_in`."""
    model, found, casts = model_of(table), Q(), {}
    for name in names:
        field, at = model._meta.get_field(name), name
        if isinstance(field, JSONField):
            at = f"{name}_as_text"
            casts[at] = Cast(name, TextField())
        for probe in wanted.probes:
            found |= Q(**{f"{at}__icontains": probe})
            if isinstance(field, JSONField) and not probe.isascii():
                found |= Q(**{f"{at}__icontains": json.dumps(probe)[1:-1]})  # as SQLite keeps it
    rows = model._default_manager.annotate(**casts)
    return rows.filter(found) if found else rows.none()
