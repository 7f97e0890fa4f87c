"""One primary killed; and one whose standby it did not wait for."""

from proofs import failover
from proofs.promise import all_met
from tests.proofs.own_servers import needs_postgres, unmet

pytestmark = needs_postgres


def test_nothing_acknowledged_is_lost():
    figures = list(failover.run(0.1))
    assert all_met(figures), figures


def test_a_standby_that_nobody_waited_for_is_found():
    assert "acknowledged answers lost" in unmet(failover.run(0.1, waits=False))
