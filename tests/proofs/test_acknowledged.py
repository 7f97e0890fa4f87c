"""Two crashes; and one of a PostgreSQL that says done before it is, behind a Växel that answers 500."""

from proofs import acknowledged, planted
from proofs.promise import all_met
from tests.proofs.own_servers import needs_postgres, unmet

pytestmark = needs_postgres


def test_nothing_acknowledged_is_lost():
    figures = list(acknowledged.run(0.1))
    assert all_met(figures), figures


def test_an_early_yes_and_a_fault_page_are_found():
    early = {"synchronous_commit": "off", "wal_writer_delay": "'10s'"}
    figures = list(acknowledged.run(0.05, planted=planted.by("fault-page-for-all"), **early))
    assert {"acknowledged answers lost", "requests told anything but done or 503 with Retry-After"} <= unmet(figures)
