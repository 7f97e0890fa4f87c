"""The proof of the supply chain in short; the audit is tried here in this process."""

import pytest

from devtools import audit
from devtools.packages import Package, all_locked
from proofs.supply_chain.building import boms
from proofs.supply_chain.osv import CANARIES, service

pytestmark = pytest.mark.static
PACKAGES = [Package("PyPI", "django", "5.2.19"), Package("npm", "htmx.org", "2.0.11")]
PLANTED = {("npm", "htmx.org", "2.0.11"): "PLANTED-1"}


def told(known, **more):
    with service(known, **more) as address:
        return audit.tell(address, PACKAGES)


def test_a_planted_vulnerability_is_found_and_a_clean_answer_passes(capsys):
    assert told(CANARIES | PLANTED) == audit.VULNERABLE
    assert "htmx.org 2.0.11 (npm): PLANTED-1" in capsys.readouterr().out
    assert told(CANARIES) == audit.CLEAN


@pytest.mark.parametrize("fault", ["405", "500", "garbage", "short"])
def test_a_failing_service_is_no_answer(fault):
    assert told(CANARIES, fault=fault) == audit.NOT_KNOWN


@pytest.mark.parametrize("known", [{}, dict(list(CANARIES.items())[:1])])
def test_a_service_that_knows_nothing_is_no_answer(known, capsys):
    assert told(known) == audit.NOT_KNOWN
    assert "known to be vulnerable" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "http://127.0.0.1:9"])
def test_without_a_service_nothing_is_known(address):
    assert audit.tell(address, PACKAGES) == audit.NOT_KNOWN


def test_every_lock_is_read():
    found = {package.ecosystem for package in all_locked()}
    assert found == {"PyPI", "npm"}
    assert len(all_locked()) > 100


def test_what_a_release_is_made_of(tmp_path):
    assert all(figure.ok for figure in boms(tmp_path))
