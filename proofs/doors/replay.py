"""Real files, fetched by everyone: through their own address, through another's, and after the seat has ended."""

import datetime as dt
import hashlib
import uuid

from django.db import transaction
from django.urls import reverse

from proofs.doors.cells import ADDRESSES, expected
from proofs.doors.found import Found
from tests.access import guards, objects
from vaxel.adoption.commands.steps import FILE_OWNER
from vaxel.calendar.clock import today
from vaxel.files.models import Attachment, Blob
from vaxel.network.models import Mandate
from vaxel.rounds.models import Delivery

OWN_BODY = frozenset("contact approver controller deputy registrar member".split())
NO_SEAT = frozenset(
    "anonymous no_mandate ended of_ended_body not_yet not_yet_secretariat logged_out closed_login erased".split()
)
# Address → (whose the file is, its kind, the argument that names the file).
KEPT = {
    "agreement_document": ("network.countyagreement", "", "document"),
    "round_document": ("rounds.round", "document", "document"),
    "delivery_file": ("rounds.delivery", "answer", "file"),
    "adoption_file": (FILE_OWNER, "evidence", "file"),
    "signal_file": ("signals.signal", "", "file"),
    "contract_file": ("funding.contract", "", "file"),
    "money_document": ("funding.agreement", "document", "document"),
}
LONG_AGO = dt.date(2020, 1, 1)
EXPORTING = {"file", "document", "form", "extension", "workbook"}


def tried(here) -> Found:
    found = Found()
    named = {address.name: address for address in ADDRESSES}
    for name, (owner_type, kind, argument) in KEPT.items():
        with here.world.taken_back():
            _one_kind(found, here, named[name], owner_type, kind, argument)
    _after_the_seat(found, here)
    return found


def _one_kind(found, here, address, owner_type, kind, argument):
    twins = _parents(here.world, address)
    sides = {"own": dict(twins.own), "other": dict(twins.other)}
    marks = {side: _kept(owner_type, _owner(address, arguments), kind) for side, arguments in sides.items()}
    got = []
    for role, visitor in here.people.items():
        for side, arguments in sides.items():
            for of in sides:
                url = reverse(address.name, kwargs=_plain(arguments) | {argument: marks[of][0]})
                has = marks[of][1] in visitor.browser().get(url).content
                may = side == of and role in _may(address, side)
                found.tried(
                    f"GET {url} ({address}, {side}, a file of {of}) as {role}: {'got it' if has else 'no'}",
                    holds=has == may,
                )
                got += [(role, url, marks[of][1])] if has and _closed_to_none(address, side) else []
    _end_all()
    for role, url, mark in got:
        has = mark in here.people[role].browser().get(url).content
        found.tried(f"GET {url} ({address}) as {role}, whose seat has ended: got it", holds=not has)


def _closed_to_none(address, side):
    """What is public stays so."""
    return "anonymous" not in expected(address.rule.name, side)


def _may(address, side):
    may = expected(address.rule.name, side)
    if address.name == "delivery_file":  # a draft's: the body's own alone
        return may & (OWN_BODY if side == "own" else frozenset({"their_contact", "their_approver"}))
    return may


def _parents(world, address):
    """A step has its own file; the rest are files of what the address names."""
    named = {one.name: one for one in ADDRESSES}
    return objects.twins(named["correct_adoption"] if address.name == "adoption_file" else address, world)


def _plain(arguments):
    return {name: value for name, value in arguments.items() if name not in {"step", "file", "document"}}


def _owner(address, arguments):
    if address.name == "adoption_file":
        return arguments["step"]
    if address.name == "delivery_file":
        return Delivery.objects.get(round=arguments["round"], body=arguments["body"]).pk
    return arguments.get("agreement_id") or arguments.get("round") or next(iter(_plain(arguments).values()))


def _kept(owner_type, owner_id, kind):
    mark = f"hemlig-{uuid.uuid4().hex}".encode()
    blob = Blob.objects.create(
        sha256=hashlib.sha256(mark).hexdigest(), content=mark, size=len(mark), media_type="text/plain"
    )
    made = Attachment.objects.create(blob=blob, name="fil.txt", owner_type=owner_type, owner_id=owner_id, kind=kind)
    return made.public_id, mark


def _end_all():
    held = Mandate.objects.exclude(person=None).filter(valid_to__gt=today(), valid_from__lte=today())
    held.update(valid_from=LONG_AGO, valid_to=today())


def _after_the_seat(found, here):
    """Every export and file, asked again by the same session the day the seat has ended: only what is public is left."""
    with transaction.atomic():
        _end_all()
        who = {role: one for role, one in here.identities().items() if role not in NO_SEAT}
        for address in ADDRESSES:
            if address.parts & EXPORTING:
                _all_without_a_seat(found, here.world, address, who)
        transaction.set_rollback(True)


def _all_without_a_seat(found, world, address, who):
    twins = objects.twins(address, world)
    for whose, arguments in (("own", twins.own), ("other", twins.other)):
        if arguments is None:
            continue
        url = reverse(address.name, kwargs=arguments) + twins.query
        view = guards.view_at(url)
        if not guards.guard_of(view):
            continue
        wanted = "open" if "no_mandate" in expected(address.rule.name, whose) else "closed"
        with guards.nothing_behind([view]):
            for role, identity in who.items():
                said = guards.ask(url, "GET", identity)
                found.tried(
                    f"GET {url} ({address}) as {role}, whose seat has ended: {said}",
                    holds=said in {wanted, "not for this method"},
                )
