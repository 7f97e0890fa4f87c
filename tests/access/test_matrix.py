"""Every address × nine roles × GET and POST × one's own object and its twin: open, or it does not exist.

Closed means 404 for who is logged in and the way to the login for who is not. A door whose rule lets someone in may
still have nothing behind it (404 from the page itself): that is told apart by listening to the guard. Nothing answers 5xx.
"""

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from tests.access import objects
from tests.access.addresses import addresses
from tests.access.expected import EXPECTED
from tests.access.people import ROLES, visitors
from vaxel.accounts import access
from vaxel.rounds.tests.world import make_world
from vaxel.site import urls

# Without the mark pytest-django would make no test database, and the module's world would be laid in the real one.
pytestmark = pytest.mark.django_db

ADDRESSES = addresses()
objects.load()


@pytest.fixture(scope="module")
def sweden(django_db_setup, django_db_blocker):
    """Made once; every door is tried in a savepoint that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        objects.make_all(world)
        yield world, visitors(world)
        transaction.set_rollback(True)


@pytest.fixture
def guard(monkeypatch):
    """Hears every refusal of the guard itself. The page that says so is the same behind every door: not painted here."""
    refusals = []

    class Refused(access.Http404):
        def __init__(self, *args):
            refusals.append(self)
            super().__init__(*args)

    monkeypatch.setattr(access, "Http404", Refused)
    monkeypatch.setattr(urls, "handler404", lambda request, exception: HttpResponse(status=404))
    return refusals


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_door(address, sweden, guard):
    row = EXPECTED.get(address.rule.name)
    assert row, f"The rule {address.rule.name} has no row in tests/access/expected.py: say who may, own and other."
    world, people = sweden
    wrong = []
    with _taken_back():
        twins = objects.twins(address, world)
        for whose, arguments, may in (("own", twins.own, row[0]), ("other", twins.other, row[1])):
            if arguments is not None:
                url = reverse(address.name, kwargs=arguments) + twins.query
                wrong += [
                    found for role in ROLES for found in _try(address, url, people[role], whose, may, world, guard)
                ]
    assert not wrong, "\n".join(wrong)


def _try(address, url, person, whose, may, world, guard):
    for method in ("get", "post"):
        data = objects.posted(address, world, person) if method == "post" else {}
        guard.clear()
        with _taken_back():
            answer = getattr(person.browser(), method)(url, data)
        said = _said(answer, guard)
        expected = "open" if person.role in may else "closed"
        if said not in (expected, "not for this method"):
            yield (
                f"{method.upper()} {url} ({address}, {address.rule.name}) as {person.role} on {whose}: {said} "
                f"[{answer.status_code}], expected {expected}"
            )


def _said(answer, guard):
    if answer.status_code >= 500:
        return "fault"
    if answer.status_code == 405:
        return "not for this method"
    if guard or answer.status_code in {401, 415} or _asks_to_log_in(answer):
        return "closed"
    return "open"


def _asks_to_log_in(answer):
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login") + "?")


class _taken_back:
    """A savepoint that never holds."""

    def __enter__(self):
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def __exit__(self, *failure):
        transaction.set_rollback(True)
        return self.atomic.__exit__(*failure)


def test_no_row_and_no_object_is_left_over():
    rules = {address.rule.name for address in ADDRESSES}
    assert not EXPECTED.keys() - rules, "These rules guard no address any more; take their rows away."
    arguments, names = objects.known()
    assert not arguments - {address.parts for address in ADDRESSES}, "No address has these arguments any more."
    assert not names - {address.name for address in ADDRESSES}, "No address has these names any more."


def test_the_matrix_can_fail(sweden, guard):
    """A door that should be closed to the contact and is open is found."""
    world, people = sweden
    network = next(address for address in ADDRESSES if address.name == "network")
    found = list(_try(network, reverse("network"), people["contact"], "own", frozenset(), world, guard))
    assert len(found) == 2
