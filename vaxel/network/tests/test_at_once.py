"""Commands by several people at once. SQLite lets in one writer at a time (test_refusals); here PostgreSQL must choose."""

import datetime as dt
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from vaxel.network.actor import SYSTEM
from vaxel.network.commands.closing import from_ties
from vaxel.network.commands.mandates import appoint, create_person, fill_vacancy
from vaxel.network.commands.ties import move, tie
from vaxel.network.domain.kinds import Kind, Role, Tree
from vaxel.network.models import Closure, Mandate
from vaxel.ui.refusal import Refusal

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time"),
]
DAY = dt.date(2010, 1, 1)


def at_once(acts):
    """What each gave, or its Refusal."""

    def run(act):
        try:
            return act()
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refused(results):
    return sum(isinstance(result, Refusal) for result in results)


def test_the_closure_is_true_after_many_moves_at_once(little_sweden, make):
    county = make(Kind.COUNTY, "Gävleborgs län", code="21", below=little_sweden["mellan"])
    units = [make(Kind.UNIT, f"Enhet {number}", below=little_sweden["clinic"]) for number in range(6)]
    acts = [
        lambda unit=unit: move(unit, random.choice([u for u in units if u != unit]), by=SYSTEM, day=DAY)
        for unit in units
    ]
    acts += [lambda: move(little_sweden["region"], county, by=SYSTEM, day=DAY)]
    acts += [lambda: tie(little_sweden["falun"], little_sweden["mellan"], by=SYSTEM, from_day=DAY)]
    at_once(acts)
    rows = Closure.objects.filter(tree=Tree.GOVERNANCE)
    present = set(rows.values_list("ancestor_id", "descendant_id", "depth", "valid_from", "valid_to"))
    assert present == set(map(tuple, from_ties(Tree.GOVERNANCE)))


def test_one_of_two_makes_a_ring(make):
    one, other = make(Kind.UNIT, "A"), make(Kind.UNIT, "B")
    results = at_once([lambda: tie(one, other, by=SYSTEM), lambda: tie(other, one, by=SYSTEM)])
    assert refused(results) == 1


def test_one_of_many_fills_the_seat(little_sweden):
    seat = appoint(None, little_sweden["county"], Role.COORDINATOR, by=SYSTEM, from_day=DAY)
    people = [create_person(f"Person {number}", f"p{number}@exempel.se", by=SYSTEM) for number in range(5)]
    results = at_once([lambda person=person: fill_vacancy(seat, person, by=SYSTEM, day=DAY) for person in people])
    assert refused(results) == 4
    assert Mandate.objects.filter(body=little_sweden["county"]).count() == 1
