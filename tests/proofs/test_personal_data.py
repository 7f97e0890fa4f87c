"""Everything about one person is hers to have, and goes by decision while receipts and the sealed journal still verify."""

import pytest

from proofs.personal_data.measured import measure

pytestmark = pytest.mark.django_db


def test_exported_whole_and_erased_without_a_trace():
    found = measure()
    assert found["faults_before"] == found["faults_after"] == []
    assert found["absent"] == []
    assert found["left"] == []
    assert found["in_files"] == 0
    assert found["planted"] >= 100
    assert found["mapped"] == found["fields"]
    assert found["unregistered"] == []
    assert found["registered"] >= 20


def test_what_was_not_erased_is_found():
    found = measure(erasing=False)
    assert len(found["left"]) > 60
    assert found["in_files"] == 1
