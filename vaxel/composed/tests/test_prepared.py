"""PostgreSQL plans a composed question once for each connection, and nothing else is asked in another way."""

import pytest
from django.db import connection

from vaxel.composed import composed
from vaxel.network.models import Body

pytestmark = pytest.mark.django_db


@composed
def of_kind(kind):
    return Body.objects.filter(kind=kind).order_by("pk")


def plans():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%network_body%%kind%%'")
        return cursor.fetchone()[0]


def test_the_first_asking_keeps_its_plan_and_each_has_its_own_values():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite plans in no time")
    made = [Body.objects.create(kind=kind) for kind in ("municipality", "region", "county")]
    before = plans()
    for asked in range(4):
        one = made[asked % 3]
        assert one in of_kind(one.kind)
        assert made[(asked + 1) % 3] not in of_kind(one.kind)
    assert plans() == before + 1
    list(Body.objects.filter(kind="county"))
    assert plans() == before + 1
