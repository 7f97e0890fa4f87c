"""Everybody in the tiny Sweden (world.py) asks, and who may is the answer.

people = everybody(world)
assert may(people, signs_for, world.mora) == named("mora mora_approver system")
assert opened(people, rules(permissions)["reads_round"], round=round.pk) == named("…")
"""

from dataclasses import replace
from types import SimpleNamespace

from vaxel.accounts.access import Rule
from vaxel.network.actor import NOBODY, SYSTEM
from vaxel.network.domain.kinds import Role
from vaxel.rounds.link_actor import LinkActor

SEATS = {
    "secretary": ("secretariat", Role.SECRETARIAT),
    "secretariat_member": ("secretariat", Role.MEMBER),
    "north": ("north", Role.COORDINATOR),
    "north_leader": ("north", Role.PROCESS_LEADER),
    "dalarna": ("dalarna", Role.COORDINATOR),
    "dalarna_member": ("dalarna", Role.MEMBER),
    "halland": ("halland", Role.COORDINATOR),
    "region": ("region_dalarna", Role.CONTACT),
    "region_approver": ("region_dalarna", Role.APPROVER),
    "clinic": ("clinic", Role.CONTACT),
    "mora": ("mora", Role.CONTACT),
    "mora_approver": ("mora", Role.APPROVER),
    "mora_controller": ("mora", Role.CONTROLLER),
    "mora_registrar": ("mora", Role.REGISTRAR),
    "mora_member": ("mora", Role.MEMBER),
    "school": ("school", Role.CONTACT),
    "falun": ("falun", Role.CONTACT),
    "orsa": ("orsa", Role.CONTACT),  # decides in two steps
    "orsa_approver": ("orsa", Role.APPROVER),
    "laholm": ("laholm", Role.CONTACT),
}


def everybody(world) -> dict:
    """`also_mora` acts for Varberg now, and is contact of Mora one click away; `link` answers by a link sent to Mora."""
    people = {name: world.actor(getattr(world, place), role) for name, (place, role) in SEATS.items()}
    elsewhere = world.actor(world.varberg)
    people["also_mora"] = replace(elsewhere, mandates=(*elsewhere.mandates, people["mora"].current))
    return people | {"link": by_link(SimpleNamespace(pk=0, body_id=world.mora.pk)), "system": SYSTEM, "nobody": NOBODY}


def by_link(delivery) -> LinkActor:
    return LinkActor(link=SimpleNamespace(delivery=delivery, delivery_id=delivery.pk, mandate_id=None))


def named(names: str) -> set[str]:
    return set(names.split())


def may(people, predicate, *what) -> set[str]:
    return {name for name, actor in people.items() if predicate(actor, *what)}


def rules(permissions) -> dict[str, Rule]:
    """What the pages declare, by the name that the permission matrix knows it by."""
    return {rule.name: rule for rule in vars(permissions).values() if isinstance(rule, Rule)}


def opened(people, rule, *, asked=None, sent=None, **parts) -> set[str]:
    """Who opens the address with these parts, asked with this query or sending this form."""
    return {
        name
        for name, actor in people.items()
        if rule.allows(SimpleNamespace(actor=actor, GET=asked or {}, POST=sent or {}), **parts)
    }
