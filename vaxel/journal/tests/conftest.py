import uuid
from types import SimpleNamespace

import pytest

from vaxel import journal
from vaxel.journal.models import Entry, Seal


@pytest.fixture
def someone():
    """Stands in for the actor, who lives above."""
    return SimpleNamespace(person_id=uuid.UUID(int=1), mandate_id=7)


@pytest.fixture
def write(someone):
    """Entries in a row: `write(3)`."""

    def _write(number=1, **facts):
        return [
            journal.record("test.act", by=someone, object_type="test.thing", object_id=one, facts=facts)
            for one in range(number)
        ]

    return _write


@pytest.fixture
def behind_our_back():
    """Changes past every guard, as someone with the database's own password might."""
    from vaxel.journal.guard import erasable

    def _change(model, number, **changes):
        found = {Entry: {"seal__number": number}, Seal: {"number": number}}[model]
        with erasable():
            if changes:
                model.objects.filter(pk=model.objects.get(**found).pk).update(**changes)
            else:
                model.objects.get(**found).delete()

    return _change
