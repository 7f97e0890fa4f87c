"""Every endpoint × every key: each role's on its own object and on somebody else's, too small a scope, and dead keys."""

import datetime as dt

from django.db import transaction
from django.test import Client

from proofs.doors.found import Found
from tests.api import test_matrix as table
from tests.api.conftest import Program, key_for
from vaxel.accounts.domain.tokens import Scope
from vaxel.accounts.models import ApiToken
from vaxel.adoption.commands.things import create_thing
from vaxel.calendar.clock import now, today
from vaxel.funding.tests.money import decided
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate, Person
from vaxel.rounds.models import Enquiry
from vaxel.signals.commands.writing import Words, write

OPERATIONS = table.OPERATIONS
OPEN_TO_ALL = table.OPEN_TO_ALL
# Which scope a key must have; from docs/api, not from the endpoints. Reading is the rest.
ANSWERS = ("/confirm", "/nothing-to-report", "/decline", "/withdraw", "/decide", "/draft", "/submit", "/relay", "/talk")
ANSWERS_ALSO = {"POST /signals", "POST /signals/{signal}/steps", "POST /things/{thing}/bodies/{body}/steps"}
READS_ALSO = {
    "POST /agreements/{agreement}/scenario",
    "POST /allocations",
    "POST /webhooks",
    "DELETE /webhooks/{webhook}",
}


def tried(world, scale) -> Found:
    found = Found()
    with world.taken_back():
        own, other = _objects(world)
        seats = {role: world.actor(getattr(world, body), its) for role, (body, its) in table.ROLES.items()}
        keys = {role: Program(key_for(seat)) for role, seat in seats.items()}
        narrow = {scope: Program(key_for(seats["contact"], [scope])) for scope in Scope}
        dead = _dead(world)
        found.who = len(keys) + len(narrow) + len(dead)
        for operation in OPERATIONS[:: max(1, round(1 / scale))]:
            method, path = operation.split()
            data = table._data(operation, world)

            def said(program, ids, method=method, path=path, data=data):
                return table._tried(program, method, path.format(**ids), data)

            for role, program in keys.items():
                _own(found, operation, role, *said(program, own))
                _other(found, operation, role, *said(program, other))
            for scope, program in narrow.items():
                status, changed = said(program, own)
                holds = scope == scope_of(operation) or (status == 403 and not changed)
                found.tried(f"{operation} with the scope {scope} alone: {status}", holds=holds)
            for how, program in dead.items():
                status, changed = _bare(program, method, path.format(**own), data)
                found.tried(f"{operation} with {how}: {status}", holds=status in {401, 403} and not changed)
        _no_session(found, keys["contact"])
    return found


def scope_of(operation):
    method, path = operation.split()
    if method == "GET" or operation in READS_ALSO:
        return Scope.READ
    return Scope.ANSWER if path.endswith(ANSWERS) or operation in ANSWERS_ALSO else Scope.SEND


def _own(found, operation, role, status, changed):
    allowed = role in table.MAY[operation]
    found.tried(f"{operation} as {role}: {status}", holds=(status < 300) == allowed and (allowed or not changed))


def _other(found, operation, role, status, changed):
    """An object in Halland: nobody of Dalarna's, nor the one above them both, who was not sent it."""
    if role == "stranger" or "{" not in operation or operation.split()[1].startswith(OPEN_TO_ALL):
        return
    closed = status == 404 or (
        role == "process_leader" and status >= 400
    )  # Norra reads the part of Halland that is its own
    found.tried(f"{operation} on somebody else's as {role}: {status}", holds=closed and not changed)


def _objects(world):
    own_round = world.sent(audience={"kinds": ["municipality"], "counties": [world.dalarna.pk]})
    theirs = world.actor(world.halland, Role.COORDINATOR)
    other_round = world.sent(
        by=theirs, owner=world.halland, audience={"bodies": [world.laholm.pk]}, template_version=world.version(owner=world.halland)
    )  # fmt: skip
    agreement = decided(world).agreement_id
    own = _ids(world, own_round, world.mora, world.secretary, world.secretariat)
    return own | {"agreement": agreement}, _ids(world, other_round, world.laholm, theirs, world.halland) | {
        "agreement": agreement
    }


def _ids(world, round, body, by, owner):
    words = Words(kind="need", title="Kö", text="Kön växer.", place_id=body.pk)
    signal = write(words, by=world.actor(body), key=world.key(), received_at=world.now())
    thing = create_thing(by=by, owner_id=owner.pk, name="Metoden", kind="metod", target_kinds=["municipality"])
    return {
        "round": round.pk,
        "body": body.pk,
        "template": round.template_version.template_id,
        "webhook": 10**6,
        "signal": signal.pk,
        "thing": thing.pk,
        "enquiry": Enquiry.objects.create(round=round, body=body, text="Var?").pk,
    }


def _dead(world):
    """Keys that were good once, each ended in its own way, and what is no key at all."""
    found = {"no key": Program(""), "a key nobody made": Program("vaxel_" + "x" * 43)}
    for number, how in enumerate(("a revoked key", "an expired key", "an ended mandate", "a closed login"), 50):
        actor = world.actor(world.mora, another=number)
        found[how] = Program(key_for(actor))
        person = Person.objects.get(public_id=actor.person_id)
        token = ApiToken.objects.filter(user=person.user)
        if how == "a revoked key":
            token.update(revoked_at=now())
        elif how == "an expired key":
            token.update(expires_on=today())
        elif how == "an ended mandate":
            Mandate.objects.filter(pk=actor.mandate_id).update(
                valid_from=today() - dt.timedelta(days=9), valid_to=today()
            )
        else:
            type(person.user).objects.filter(pk=person.user_id).update(is_active=False)
    return found


def _bare(program, method, path, data):
    """`_tried` asks the key who it is; a dead one is nobody."""
    if isinstance(data, str):
        path, data = path + data, None
    with transaction.atomic():
        before = table._rows()
        status = program.call(method, path, data).status_code
        changed = table._rows() != before
        transaction.set_rollback(True)
    return status, changed


def _no_session(found, program):
    """A key gives no cookie, and opens no page."""
    answer = program.get("/me")
    found.tried("a key got a cookie", holds=answer.status_code == 200 and not answer.cookies)
    browser = Client(headers={"Authorization": f"Bearer {program.secret}"})
    found.tried("a key opened a page", holds=browser.get("/inkorg/").status_code in {302, 404})
