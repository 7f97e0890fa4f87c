"""Address × who × method × one's own object and somebody else's, asked of the guard; expected from tests/access's tables."""

from django.urls import get_resolver, reverse

from proofs.doors.found import Found
from tests.access import guards, objects
from tests.access.addresses import addresses
from tests.access.expected import EXPECTED, NOBODY
from tests.access.expected_of_neighbours import EXPECTED_OF_NEIGHBOURS

ADDRESSES = addresses()
COMMON, OTHERS = ("GET", "POST"), ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
# Who tries the methods that no page has as well: what they hold differs most.
EVERY_METHOD = frozenset(
    "anonymous no_mandate contact approver coordinator secretariat controller ended their_contact their_coordinator".split()
)


def tried(here, scale) -> Found:
    found, who = Found(who=len(here.people)), here.identities()
    for address in ADDRESSES[:: max(1, round(1 / scale))]:
        twins = objects.twins(address, here.world)
        for whose, arguments in (("own", twins.own), ("other", twins.other)):
            if arguments is None:
                continue
            url = reverse(address.name, kwargs=arguments) + twins.query
            view = guards.view_at(url)
            if guards.guard_of(view):
                with guards.nothing_behind([view]):
                    _all_ask(found, here, address, whose, url, who)
    return found


def _all_ask(found, here, address, whose, url, who):
    may = expected(address.rule.name, whose)
    for role, identity in who.items():
        for method in COMMON + OTHERS if role in EVERY_METHOD else COMMON:
            data = objects.posted(address, here.world, here.people[role]) if method == "POST" else None
            got, wanted = guards.ask(url, method, identity, data), "open" if role in may else "closed"
            found.tried(f"{method} {url} ({address}) as {role}: {got}", holds=got in {wanted, "not for this method"})


def expected(rule, whose):
    place = 0 if whose == "own" else 1
    return EXPECTED[rule][place] | EXPECTED_OF_NEIGHBOURS.get(rule, (NOBODY, NOBODY))[place]


def undeclared() -> list[str]:
    """Addresses that name no rule: read from the URLconf, not from our own list."""
    return [name for name, view in _views(get_resolver()) if not hasattr(view, "access")]


def _views(resolver):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _views(pattern)
        else:
            yield str(pattern.pattern), pattern.callback
