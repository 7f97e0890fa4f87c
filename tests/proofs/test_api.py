"""The promise of the interface in short, and that a fault would be counted."""

from types import SimpleNamespace

import pytest

from proofs import api
from proofs.api.cases import FAILED, UNDESCRIBED, Tally
from proofs.promise import all_met

pytestmark = pytest.mark.django_db


def test_a_few_cases_of_every_endpoint():
    found = list(api.run(0.006))
    assert all_met(found), [one for one in found if not one.ok]


@pytest.mark.parametrize(("status", "kind"), [(500, FAILED), (302, UNDESCRIBED)])
def test_a_fault_is_counted(status, kind):
    def complain(answer, checks):
        raise AssertionError(f"{answer.status_code} is not described")

    tally = Tally()
    case = SimpleNamespace(operation=SimpleNamespace(label="GET /api/v1/me"), validate_response=complain)
    tally.hold(case, SimpleNamespace(status_code=status))
    assert len(tally.of(kind)) == 1
