import pytest
from django.db import DatabaseError, IntegrityError, transaction

from vaxel.signals.models import Signal, SignalStep


@pytest.mark.parametrize("act", [lambda rows: rows.update(state="closed"), lambda rows: rows._raw_delete("default")])
def test_a_step_is_neither_changed_nor_taken_away(world, signals, act):
    one = signals.of(world.mora)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        act(SignalStep.objects.filter(signal=one).order_by())
    assert SignalStep.objects.filter(signal=one, state="new").count() == 1


@pytest.mark.parametrize("wrong", [{"state": "merged"}, {"published_at": "2026-11-25T12:00Z"}])
def test_the_database_refuses_what_cannot_be(world, signals, wrong):
    """Merged into nothing; shown without the author's yes."""
    one = signals.of(world.mora)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signal.objects.filter(pk=one.pk).update(**wrong)
