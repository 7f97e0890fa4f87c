"""Two crashes; and one of a Växel that says done before it is, and answers 500."""

from proofs import acknowledged, planted
from proofs.promise import all_met
from tests.proofs.own_servers import needs_postgres, unmet

pytestmark = needs_postgres


def test_nothing_acknowledged_is_lost():
    figures = list(acknowledged.run(0.1))
    assert all_met(figures), figures


def test_an_early_yes_and_a_fault_page_are_found():
    faults = planted.by("yes-before-done", "fault-page-for-all")
    figures = list(acknowledged.run(0.05, planted=faults))
    assert {"acknowledged answers lost", "requests told anything but done or 503 with Retry-After"} <= unmet(figures)
