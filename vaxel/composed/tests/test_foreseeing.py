"""One question tells which of several have no answer; those are not asked, and the rest answer as ever."""

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from vaxel.composed import foresee, one_moment, seldom
from vaxel.network.models import Body, Person

pytestmark = pytest.mark.django_db
KINDS = ("county", "municipality")


@seldom
def bodies(kind, pks):
    return Body.objects.filter(kind=kind, pk__in=pks).order_by("pk")


@seldom
def kinds_of(pks):
    return Body.objects.filter(pk__in=pks).values("kind").annotate(number=Count("pk")).values_list("kind", "number")


@seldom
def people(name):
    return Person.objects.filter(name=name).order_by("pk").values_list("pk", flat=True)[:1]


@pytest.fixture
def two():
    return tuple(Body.objects.create(kind=kind).pk for kind in KINDS)


def asked(act):
    with CaptureQueriesContext(connection) as log:
        found = act()
    return found, len(log)


def test_what_has_no_answer_is_not_asked(two):
    with one_moment():
        _, foreseen = asked(lambda: foresee(bodies.of("county", two), bodies.of("region", two), people.of("X")))
        found = [asked(lambda kind=kind: [one.pk for one in bodies(kind, two)]) for kind in ("county", "region")]
        nobody = asked(lambda: people("X"))
    assert foreseen == 1
    assert found == [([two[0]], 1), ([], 0)]
    assert nobody == ([], 0)


def test_each_by_its_own_values(two):
    """The words are kept by their shape: another's values, in another order, are another's answer."""
    for first, second in (("county", "municipality"), ("municipality", "region"), ("region", "county")):
        with one_moment():
            foresee(bodies.of(first, two), bodies.of(second, two[:1]), kinds_of.of(two), kinds_of.of(()))
            assert [one.kind for one in bodies(first, two)] == [kind for kind in KINDS if kind == first]
            assert [one.kind for one in bodies(second, two[:1])] == [kind for kind in KINDS[:1] if kind == second]
            assert sorted(kinds_of(two)) == [("county", 1), ("municipality", 1)]
            assert kinds_of(()) == []


def test_a_value_that_was_not_foreseen_is_asked(two):
    with one_moment():
        foresee(bodies.of("region", two))
        assert asked(lambda: len(bodies("county", two))) == (1, 1)


def test_what_is_known_is_not_asked_again(two):
    with one_moment():
        bodies("region", two)
        foresee(people.of("X"))
        assert asked(lambda: foresee(bodies.of("region", two), people.of("X"))) == (None, 0)


def test_a_list_too_long_to_keep_words_for_is_left_to_be_asked(two):
    many = (*two, *range(10**6, 10**6 + 60))
    with one_moment():
        assert asked(lambda: foresee(bodies.of("region", many))) == (None, 0)
        assert asked(lambda: bodies("region", many)) == ([], 1)


def test_nothing_is_foreseen_outside_a_moment(two):
    assert asked(lambda: foresee(bodies.of("region", two))) == (None, 0)
    assert asked(lambda: bodies("region", two)) == ([], 1)
    assert asked(lambda: bodies("region", two)) == ([], 1)
