"""Every field of every table is spoken of: is it about a person, and what then. One that is not fails here."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connection, models

from vaxel.personal.domain.table import Act
from vaxel.personal.handlings import HANDLINGS
from vaxel.personal.registry import kept_by, table_of, tables

MACHINERY = ("sqlite_sequence",)
SEARCH = "search_words"  # and the tables that SQLite keeps it in


def all_models():
    return apps.get_models(include_auto_created=True)


def fields_of(model):
    return {field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)}


def unmapped(label, names, said):
    """Fields that nobody has spoken of, and words about fields that are not there."""
    spoken = set(said.fields) if said else set()
    return sorted(f"{label}.{name}" for name in names ^ spoken)


def test_every_field_is_spoken_of():
    wrong = [
        one
        for model in all_models()
        for one in unmapped(model._meta.label, fields_of(model), table_of(model._meta.label))
    ]
    assert not wrong, (
        f"Say in the capability's personal.py what these hold about a person (vaxel/personal/README.md): {wrong}"
    )


def test_a_new_field_and_a_dropped_one_are_found():
    person = table_of("network.Person")
    assert unmapped("network.Person", {*person.fields, "shoe_size"}, person) == ["network.Person.shoe_size"]
    fewer = replace(person, fields={name: key for name, key in person.fields.items() if name != "phone"})
    assert unmapped("network.Person", set(person.fields), fewer) == ["network.Person.phone"]
    assert unmapped("network.New", {"id"}, None) == ["network.New.id"]


@pytest.mark.django_db
def test_every_table_of_the_database_is_some_models_or_spoken_of_by_its_name():
    known = {model._meta.db_table for model in all_models()} | {one.model for one in tables()}
    lacking = [
        name
        for name in connection.introspection.table_names()
        if name not in known and name not in MACHINERY and not name.startswith(f"{SEARCH}_")
    ]
    assert not lacking


def test_nothing_is_spoken_of_that_is_no_table():
    labels = {model._meta.label for model in all_models()}
    assert [one.model for one in tables() if "." in one.model and one.model not in labels] == []


def test_every_text_that_someone_can_write_in_is_personal_or_short_and_known():
    """A long free text is about nobody only where no person writes it."""
    said = [
        f"{model._meta.label}.{field.name}"
        for model in all_models()
        for field in model._meta.local_fields
        if isinstance(field, models.TextField) and table_of(model._meta.label).fields[field.name] == "plain"
    ]
    assert set(said) == {
        "django_tasks_database.DBTaskResult.task_path",
        "django_tasks_database.DBTaskResult.exception_class_path",
    }


@pytest.mark.parametrize("handling", HANDLINGS.values(), ids=HANDLINGS.keys())
def test_every_handling_is_used_and_says_why(handling):
    assert kept_by(handling)
    for words in (handling.title, handling.what, handling.purpose, handling.basis, handling.kept, handling.on_erasure):
        assert str(words)


def test_a_row_that_goes_or_is_emptied_is_known_to_be_someones():
    """Or an erasure would not find it. What holds only words is found by them."""
    by_row = {Act.ERASE, Act.PSEUDONYM}
    lost = [
        one.model for one in tables() for _name, key in one.personal() if HANDLINGS[key].act in by_row and not one.whose
    ]
    assert lost == []
