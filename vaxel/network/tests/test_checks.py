import datetime as dt

import pytest

from vaxel.network.checks import checks
from vaxel.network.models import Closure, Tie

pytestmark = pytest.mark.django_db


def wrong():
    return [name for name, ok, _sentence in checks() if not ok]


def test_all_is_well(little_sweden):
    assert wrong() == []


def test_a_row_that_is_gone_or_too_many_is_found(little_sweden):
    row = Closure.objects.filter(descendant=little_sweden["clinic"]).first()
    row.valid_to = dt.date(2001, 1, 1)
    row.save()
    assert wrong() == ["network.closure.governance"]
    assert "1 rader fattas och 1 är för många" in next(sentence for _name, ok, sentence in checks() if not ok)


def test_a_wrong_kind_of_parent_is_found(little_sweden):
    Tie.objects.filter(child=little_sweden["falun"]).update(parent_kind="region")
    assert wrong() == ["network.parent_kinds"]
