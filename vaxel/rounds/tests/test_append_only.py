import pytest
from django.db import DatabaseError, transaction

from vaxel.rounds.models import Receipt


@pytest.mark.parametrize("act", [lambda rows: rows.update(state=3), lambda rows: rows._raw_delete("default")])
def test_a_receipt_is_neither_changed_nor_taken_away(world, act):
    sent = world.sent()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        act(Receipt.objects.filter(delivery__round=sent).order_by())
    assert Receipt.objects.filter(state=1).count() == 6
