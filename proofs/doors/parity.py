"""Lists and what they lead to: every link on every list opens for who saw it, and what opens stands in its list."""

import re
from html import unescape

from django.http import Http404
from django.urls import resolve, reverse

from proofs.doors.cells import ADDRESSES
from proofs.doors.found import Found
from tests.access import guards, objects
from tests.api.conftest import Program, key_for
from tests.api.test_matrix import ROLES as KEYS
from vaxel.adoption.models import Thing
from vaxel.funding.models import Agreement
from vaxel.rounds.models import Delivery, Round, Template
from vaxel.signals.models import Signal

READERS = "anonymous no_mandate contact approver coordinator secretariat process_leader neighbour_contact their_contact their_coordinator".split()
LINK = re.compile(r"""(?:href|action|hx-get)="(/[^"#]*)""")
WORDS = ("Redovisning", "Metod", "kön", "Mora", "Laholm", "överenskommelse", "Samverkan")
NEVER = ("/static/", "/konto/", "/_/", "/api/")
LISTS = {
    "/rounds": ("round", Round),
    "/templates": ("template", Template),
    "/agreements": ("agreement", Agreement),
    "/signals": ("signal", Signal),
    "/things": ("thing", Thing),
}


def tried(here, scale) -> Found:
    found = Found()
    who = here.identities()
    pages = [reverse(one.name) for one in ADDRESSES if not one.parts and one.rule.name != "by_key"]
    pages = [page for page in pages if not page.startswith(NEVER)] + [f"{reverse('search')}?q={word}" for word in WORDS]
    pages += _of_bodies(here.world)
    for role in READERS[:: max(1, round(0.2 / scale))]:
        browser, asked = here.people[role].browser(), {}
        for page in pages[:: max(1, round(0.3 / scale))]:
            _follow(found, page, browser.get(page), role, who[role], asked)
    _both_ways(found, here.world)
    return found


def _of_bodies(world):
    """The pages of bodies and rounds hold lists of their own."""
    named = {one.name: one for one in ADDRESSES}
    for name in ("body", "round", "thing", "signal", "money_agreement", "contract", "municipality"):
        if name in named:
            twins = objects.twins(named[name], world)
            yield from (reverse(name, kwargs=one) for one in (twins.own, twins.other) if one)


def _follow(found, page, answer, role, identity, asked):
    """`asked`: what each link said to this reader already; the menu stands on every page."""
    if answer.status_code != 200 or "html" not in answer["Content-Type"]:
        return
    for url in sorted({unescape(one) for one in LINK.findall(answer.content.decode())}):
        if not url.startswith(NEVER):
            said = asked[url] = asked.get(url) or _asked(url, identity)
            found.tried(
                f"{page} leads {role} to {url}: {said}", holds=said != "closed" or _asks_for_login(url, identity)
            )


def _asked(url, identity):
    try:
        view = guards.view_at(url)
    except Http404:
        return "closed"
    if not guards.guard_of(view):
        return "open"
    with guards.nothing_behind([view]):
        return guards.ask(url, "GET", identity)


def _asks_for_login(url, identity):
    """Who is not logged in may be shown the way to what a login opens."""
    return not identity[0].is_authenticated and resolve(url.partition("?")[0]).func.access.name == "signed_in"


def _both_ways(found, world):
    """By key: listed and opened are the same things, none left out and none too many."""
    for role, (body, its) in KEYS.items():
        program = Program(key_for(world.actor(getattr(world, body), its)))
        for path, (_name, model) in LISTS.items():
            listed = {one["id"] for one in program.get(f"{path}?size=200").json()["items"]}
            due = _due(program, path, model, getattr(world, body))
            found.tried(
                f"{path} as {role}: too many {sorted(listed - due)}, left out {sorted(due - listed)}",
                holds=listed == due,
            )
        for round in Round.objects.all():
            rows = program.get(f"/rounds/{round.pk}/deliveries?size=200").json().get("items", [])
            bodies = Delivery.objects.filter(round=round).values_list("body_id", flat=True)
            seen = {one for one in bodies if program.get(f"/rounds/{round.pk}/deliveries/{one}").status_code == 200}
            named = {row["body"]["id"] for row in rows}
            found.tried(f"parts of {round.pk} as {role}: {sorted(named ^ seen)}", holds=named == seen)


def _due(program, path, model, body):
    """What the list should name: all that opens. Templates of others are read by the rounds that ask by them."""
    everything = model.objects.filter(owner=body, archived_at=None) if path == "/templates" else model.objects.all()
    address = "{path}/{pk}/spread" if path == "/things" else "{path}/{pk}"
    keys = everything.values_list("pk", flat=True)
    return {pk for pk in list(keys) if program.get(address.format(path=path, pk=pk)).status_code == 200}
