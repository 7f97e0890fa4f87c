"""Every endpoint × every role's key × one's own and other's object: done, or there is nothing there.

What a key may not see is 404; what it sees and may not do is 403 or a policy's 409/422 before anything is changed.
"""

import pytest
from django.db import transaction

from tests.api.conftest import Program, key_for
from vaxel.adoption.commands.things import create_thing
from vaxel.adoption.models import AdoptionStep, Thing
from vaxel.funding.models import Agreement, Decision, Scenario
from vaxel.funding.tests.money import decided
from vaxel.network.domain.kinds import Role
from vaxel.rounds.models import Answer, Correction, Delivery, Enquiry, NodeCompilation, Receipt, Round
from vaxel.rounds.tests.world import make_world
from vaxel.signals.commands.writing import Words, write
from vaxel.signals.models import Signal, SignalStep
from vaxel.site.api import api

pytestmark = pytest.mark.django_db

ROLES = {
    "contact": ("mora", Role.CONTACT),
    "approver": ("mora", Role.APPROVER),
    "coordinator": ("dalarna", Role.COORDINATOR),
    "secretariat": ("secretariat", Role.SECRETARIAT),
    "controller": ("mora", Role.CONTROLLER),
    "process_leader": ("north", Role.PROCESS_LEADER),
    "stranger": ("laholm", Role.CONTACT),
}
RECEIVER = {"contact", "approver", "controller"}
READERS = RECEIVER | {"coordinator", "secretariat", "process_leader"}
SENDERS = {"coordinator", "secretariat", "controller", "process_leader"}
# Endpoint → roles that come through on their own object; nobody but a stranger does on the stranger's.
MAY = {
    "GET /me": set(ROLES),
    "GET /bodies": set(ROLES),
    "GET /bodies/search": set(ROLES),
    "GET /bodies/{body}": set(ROLES),
    "GET /rounds": set(ROLES),
    "POST /rounds": SENDERS,
    "GET /rounds/{round}": READERS,
    "PATCH /rounds/{round}": set(),  # sent: nobody changes it
    "GET /rounds/{round}/questions": READERS,
    "GET /rounds/{round}/progress": READERS,
    "GET /rounds/{round}/compilation": READERS,
    "GET /rounds/{round}/deliveries": READERS,
    "GET /rounds/{round}/deliveries/{body}": READERS - {"process_leader"},
    "POST /rounds/{round}/send": set(),
    "POST /rounds/{round}/recall": {"secretariat"},
    "POST /rounds/{round}/prolong": {"secretariat"},
    "POST /rounds/{round}/remind": {"secretariat"},
    "POST /rounds/{round}/close": {"secretariat"},
    "POST /rounds/{round}/feedback": set(),  # not closed yet
    "POST /rounds/{round}/relay": {"contact", "coordinator", "process_leader"},
    "POST /rounds/{round}/deliveries/{body}/confirm": RECEIVER,
    "POST /rounds/{round}/deliveries/{body}/nothing-to-report": RECEIVER,
    "POST /rounds/{round}/deliveries/{body}/decline": RECEIVER,
    "POST /rounds/{round}/deliveries/{body}/withdraw": set(),  # nothing to withdraw
    "POST /rounds/{round}/deliveries/{body}/decide": set(),  # nothing to decide
    "POST /rounds/{round}/deliveries/{body}/request-completion": set(),
    "PUT /rounds/{round}/deliveries/{body}/draft": RECEIVER,
    "POST /rounds/{round}/deliveries/{body}/submit": set(),  # nothing written
    "GET /rounds/{round}/talk": READERS,
    "POST /rounds/{round}/talk": RECEIVER | {"coordinator", "secretariat", "process_leader"},
    "POST /rounds/{round}/talk/{enquiry}": {"secretariat"},
    "POST /rounds/{round}/corrections": {"secretariat"},
    "POST /rounds/{round}/compilation": {"secretariat", "coordinator", "process_leader"},
    "GET /inbox": set(ROLES),
    "GET /signals": set(ROLES),
    "POST /signals": set(ROLES),
    "GET /signals/{signal}": {"contact", "approver", "controller", "coordinator"},
    "POST /signals/{signal}/steps": {"coordinator"},
    "GET /things": set(ROLES),
    "GET /things/{thing}/spread": set(ROLES),
    "POST /things/{thing}/bodies/{body}/steps": RECEIVER,
    "GET /agreements": set(ROLES),
    "GET /agreements/{agreement}": set(ROLES),  # decided: public
    "GET /agreements/{agreement}/allocation": set(ROLES),
    "POST /agreements/{agreement}/scenario": set(ROLES),  # computed, and nothing kept
    "GET /agreements/{agreement}/requisitions": set(ROLES),  # names by permission: tests/api/test_funding.py
    "GET /bodies/{body}/money": set(ROLES),
    "POST /allocations": set(ROLES),
    "GET /webhooks": set(ROLES),
    "POST /webhooks": set(ROLES),
    "DELETE /webhooks/{webhook}": set(),  # somebody else's
    "GET /templates": set(ROLES),
    "POST /templates": SENDERS,
    "GET /templates/{template}": READERS,
    "PUT /templates/{template}": set(),  # frozen
}
OPERATIONS = sorted(
    f"{method.upper()} {path.removeprefix('/api/v1')}"
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method in methods
)


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        round = world.sent(audience={"kinds": ["municipality"], "counties": [world.dalarna.pk]})
        words = Words(kind="need", title="Kö", text="Kön växer.", place_id=world.mora.pk)
        write(words, by=world.actor(world.mora), key=world.key(), received_at=world.now())
        kinds = ["municipality"]
        create_thing(
            by=world.secretary, owner_id=world.secretariat.pk, name="Metoden", kind="metod", target_kinds=kinds
        )
        decided(world)
        Enquiry.objects.create(round=round, body=world.mora, text="Var?")
        keys = {role: Program(key_for(world.actor(getattr(world, body), its))) for role, (body, its) in ROLES.items()}
        yield world, round, keys
        transaction.set_rollback(True)


def test_every_endpoint_is_in_the_table():
    assert set(MAY) == set(OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_key_at_every_endpoint(operation, scene):
    world, round, keys = scene
    method, path = operation.split()
    own = {"round": round.pk, "body": world.mora.pk, "template": round.template_version.template_id, "webhook": 1}
    own["signal"], own["thing"] = Signal.objects.get().pk, Thing.objects.get().pk
    own["agreement"] = Agreement.objects.get().pk
    own["enquiry"] = Enquiry.objects.get(round=round).pk
    for role, program in keys.items():
        status, changed = _tried(program, method, path.format(**own), _data(operation, world))
        allowed = role in MAY[operation]
        assert (status < 300) == allowed, f"{operation} as {role}: {status}, expected {'2xx' if allowed else 'no'}"
        assert status < 500, f"{operation} as {role}: {status}"
        assert allowed or not changed, f"{operation} as {role}: refused, and yet something changed"
        if role == "stranger" and "{" in path and not path.startswith(OPEN_TO_ALL):
            assert status == 404, f"{operation}: what a stranger may not know does not exist, but says {status}"


def _data(operation, world):
    return {
        "POST /rounds": {"kind": "survey", "title": "Hur går det?"},
        "PATCH /rounds/{round}": {"revision": 0, "title": "Ny"},
        "POST /rounds/{round}/prolong": {"due": "2031-01-31"},
        "POST /rounds/{round}/remind": {},
        "POST /rounds/{round}/feedback": {"text": "Tack."},
        "POST /rounds/{round}/relay": {"node": world.mora.pk, "bodies": [world.school.pk]},
        "POST /rounds/{round}/deliveries/{body}/nothing-to-report": {"text": ""},
        "POST /rounds/{round}/deliveries/{body}/decline": {"text": "Inga medel."},
        "POST /rounds/{round}/deliveries/{body}/request-completion": {"text": "Mer."},
        "PUT /rounds/{round}/deliveries/{body}/draft": {"values": {"q1": 5}},
        "POST /rounds/{round}/talk": {"text": "När?"},
        "POST /rounds/{round}/talk/{enquiry}": {"text": "Nu."},
        "POST /rounds/{round}/corrections": {"text": "Läs i stället så här."},
        "POST /rounds/{round}/compilation": {"text": "Det gick bra."},
        "POST /signals": {"kind": "need", "title": "Kö", "text": "Kön växer.", "place": world.mora.pk},
        "POST /signals/{signal}/steps": {"act": "take_on"},
        "POST /things/{thing}/bodies/{body}/steps": {"stage": "exploring", "happened_on": "2026-01-31"},
        "POST /agreements/{agreement}/scenario": {"streams": {"suicidprevention": {"pot_ore": 100_000_000_00}}},
        "POST /allocations": FILES,
        "POST /webhooks": {"url": "https://system.exempel.se/"},
        "POST /templates": {"title": "Frågor"},
        "PUT /templates/{template}": {"content": {"sections": []}, "revision": 0},
        "GET /bodies/search": "?q=mora",
    }.get(operation)


def _tried(program, method, path, data):
    if isinstance(data, str):
        path, data = path + data, None
    if path.endswith(("/relay", "/compilation")) and data:  # each passes on and compiles its own part
        me = program.get("/me").json()  # a key that may not read is not told, and refused before its node is looked at
        data = {**data, "node": me["body"]} if "body" in me else data
    with transaction.atomic():
        before = _rows()
        status = program.call(method, path, data).status_code
        changed = _rows() != before
        transaction.set_rollback(True)
    return status, changed


OPEN_TO_ALL = ("/bodies", "/things/{thing}/spread", "/agreements")
FILES = {
    "agreement": """name = "ÖK"
year = 2020
payout = { rounding = "nearest" }
[[stream]]
key = "a"
title = "A"
pot_kr = 100
receivers = "county"
allocation = "equal"
""",
    "population": """area_type,area_code,area_name,reference_date,population
county,20,Dalarna,2019-11-01,287795
""",
}
COUNTED = (
    Agreement,
    Decision,
    Scenario,
    Signal,
    SignalStep,
    AdoptionStep,
    Round,
    Delivery,
    Receipt,
    Answer,
    Enquiry,
    Correction,
    NodeCompilation,
)


def _rows():
    return [model.objects.count() for model in COUNTED]


def test_list_and_detail_agree(scene):
    """What a key finds in a list it can open, and what it cannot open is in no list."""
    _world, round, keys = scene
    everything = [one.pk for one in Round.objects.all()]
    for role, program in keys.items():
        listed = {one["id"] for one in program.get("/rounds?size=200").json()["items"]}
        opened = {pk for pk in everything if program.get(f"/rounds/{pk}").status_code == 200}
        assert listed == opened, role
        rows = program.get(f"/rounds/{round.pk}/deliveries").json().get("items", [])
        parts = {row["body"]["id"] for row in rows}
        bodies = Delivery.objects.filter(round=round).values_list("body_id", flat=True)
        seen = {body for body in bodies if program.get(f"/rounds/{round.pk}/deliveries/{body}").status_code == 200}
        assert parts == seen, role
