"""A person's data, handed to her: noted in the journal each time, with no more than that it was done."""

from django.db import transaction

from vaxel import journal
from vaxel.privacy.queries.her_data import data_of


@transaction.atomic
def export_own(person, *, by) -> dict:
    """By herself."""
    journal.record("privacy.export", by=by, obj=person)
    return data_of(person)


@transaction.atomic
def export_for(person, *, by) -> dict:
    """On her request, by whoever runs the installation: they reach the database anyway, and no page gives that right."""
    journal.record("privacy.export_for", by=by, obj=person)
    return data_of(person)
