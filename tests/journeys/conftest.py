"""Stories told in the example world: the real network of Sweden, its people and a year of rounds.

def test_something(year, sign_in):
    page = sign_in("contact")            # one of the cast (vaxel/site/example/cast.py), in a browser of their own
"""

import pytest
from django.core.management import call_command

from tests.journeys import snapshot
from vaxel.accounts.models import User
from vaxel.site.example.cast import CAST

_lay_back = []  # the snapshot, once somebody has filled


@pytest.fixture
def year(transactional_db):
    """The example year as filled today; what a story changes is gone before the next one."""
    if _lay_back:
        _lay_back[0]()
        return
    call_command("reference", "load", verbosity=0)
    call_command("example", quiet=True, verbosity=0)
    _lay_back.append(snapshot.take())


@pytest.fixture
def sign_in(year, page_for):
    """`sign_in("approver")`: a page in a browser of their own."""

    def open_as(key, **options):
        email = next(part.email for part in CAST if part.key == key)
        return page_for(User.objects.get(email=email), **options)

    return open_as
