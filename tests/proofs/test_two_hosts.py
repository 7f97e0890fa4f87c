"""Two namespaces, which only root may make."""

import pytest

from proofs import two_hosts
from proofs.promise import all_met
from proofs.servers import hosts
from tests.proofs.own_servers import needs_postgres

pytestmark = needs_postgres


@pytest.mark.skipif("hosts.why_not()", reason="needs network namespaces")
def test_two_hosts_behave_as_one():
    figures = list(two_hosts.run(0.1))
    assert all_met(figures), figures


def test_where_there_can_be_none_it_says_so_and_proves_nothing(monkeypatch):
    monkeypatch.setattr(hosts, "why_not", lambda: "network namespaces are root's to make")
    figures = list(two_hosts.run(0.1))
    assert not all_met(figures)
    assert "root" in str(figures[0].value)
