"""Stories told in the example world: the real network of Sweden, its people and a year of rounds.

def test_something(year, sign_in):
    page = sign_in("contact")            # one of the cast (vaxel/site/example/cast.py), in a browser of their own
"""

import os

import pytest
from django.core.management import call_command

from tests.databases import alone
from tests.journeys import snapshot
from vaxel.accounts.models import User
from vaxel.site.example.cast import CAST

_lay_back = []  # the snapshot, once somebody has filled


@pytest.fixture
def year(transactional_db, tmp_path_factory):
    """The example year as filled today, once for all workers; what a story changes is gone before the next one."""
    if not _lay_back:
        _lay_back.append(_filled(tmp_path_factory.getbasetemp()))
    _lay_back[0]()


def _filled(folder):
    kept = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "year"
    with alone(kept):
        if not kept.exists():
            call_command("reference", "load", verbosity=0)
            call_command("example", quiet=True, verbosity=0)
            snapshot.take(kept)
    return snapshot.of(kept)


@pytest.fixture
def sign_in(year, page_for):
    """`sign_in("approver")`: a page in a browser of their own."""

    def open_as(key, **options):
        email = next(part.email for part in CAST if part.key == key)
        return page_for(User.objects.get(email=email), **options)

    return open_as
