"""Every place that takes a file, in the tests' small Sweden: its address, who stands there, and what else the form wants."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Place:
    name: str
    path: str
    field: str
    sort: str  # what is read there: a file as such ("any"), a table, a form of cells, a pdf
    session: str = ""
    data: dict[str, Any] = field(default_factory=dict)


FILE_QUESTION = {"sections": [{"id": "s1", "title": "Underlag", "questions": [{"id": "q9", "type": "file", "label": "Underlag"}]}]}  # fmt: skip
NEED = {"label": "Behov", "year": 2025, "source": "Påhittat", "high_is_need": "1"}
SIGNAL = {"kind": "need", "title": "Något fattas", "text": "Något fattas."}


def places() -> list[Place]:
    """Makes the world they stand in."""
    from tests.access import objects
    from tests.access.people import visitors
    from vaxel.rounds.tests.world import make_world

    objects.load()
    world = make_world()
    world.people = visitors(world)
    world.twins = _MadeWhenAsked(world)
    return [*_of_rounds(world), *_of_tables(world), *_of_papers(world)]


class _MadeWhenAsked(dict):
    """The tests make everything that any address is about; here a handful is enough."""

    def __init__(self, world):
        super().__init__()
        self.world = world

    def __missing__(self, maker):
        self[maker] = maker(self.world)
        return self[maker]


def _own(world, name) -> dict:
    from tests.access import objects
    from tests.access.addresses import addresses

    return objects.twins(next(one for one in addresses() if one.name == name), world).own


def _at(world, name, who, given, sort, arguments=None, **data) -> Place:
    path = reverse(name, kwargs=_own(world, name) if arguments is None else arguments)
    return Place(name, path, given, sort, world.people[who].session, data)


def _of_rounds(world) -> Iterator[Place]:
    from vaxel.network.domain.kinds import Role
    from vaxel.rounds.commands.deliveries import confirm_receipt
    from vaxel.rounds.models import SectionPart

    asked = world.sent(template_version=world.version(FILE_QUESTION))
    own, orsa = {"round": asked.pk, "body": world.mora.pk}, {"round": asked.pk, "body": world.orsa.pk}
    by, delivery = world.actor(world.mora, Role.CONTACT), world.delivery(asked, world.mora)
    confirm_receipt(delivery, by=by, key=world.key(), received_at=world.now())
    to_county = world.sent(audience={"bodies": [world.dalarna.pk]}, template_version=world.version(FILE_QUESTION))
    part = SectionPart.objects.create(
        delivery=world.delivery(to_county, world.dalarna), section_id="s1", body=world.mora, given_at=world.now()
    )
    given = {"round": to_county.pk, "body": world.dalarna.pk, "part": part.pk}
    yield _at(world, "delivery_save", "contact", "q9", "any", own)
    yield _at(world, "section_save", "contact", "q9", "any", given)
    yield Place("link_save", f"{_link(world, delivery)}spara/", "q9", "any")
    yield Place("link_workbook", f"{_link(world, world.delivery(asked, world.orsa))}arbetsbok/", "file", "cells")
    yield _at(world, "delivery_workbook", "contact", "file", "cells", own)
    yield _at(world, "round_workbook", "coordinator", "file", "cells", {"round": asked.pk})
    yield _at(world, "delivery_register", "coordinator", "source", "any", orsa)
    draft = world.draft()
    yield _at(world, "round_edit", "secretariat", "documents", "any", {"round": draft.pk}, **_as_shown(world, draft))


def _link(world, delivery) -> str:
    """To the body's mailbox, of which it has one: a second link to it would make the first stop working."""
    from django.db import transaction

    from vaxel.rounds.commands.issuing_links import new_link, path_of
    from vaxel.rounds.queries.link_targets import targets_of

    world.mailbox(delivery.body, f"lada{world.key()[:8]}@mora.example")
    target = next(t for t in targets_of([delivery.body_id], world.today())[delivery.body_id] if t.mailbox_id)
    with transaction.atomic():
        link, secret = new_link(delivery, target, world.actor(delivery.body))
        link.save(force_insert=True)
    return path_of(secret)


def _as_shown(world, draft) -> dict:
    return {
        "kind": draft.kind, "title": draft.title, "text": draft.text, "due": draft.due.isoformat(), "kinds": "municipality",
        "act": "save",
    }  # fmt: skip


def _of_tables(world) -> Iterator[Place]:
    from tests.journeys.money_visits import written
    from vaxel.funding.commands.streams import save_stream
    from vaxel.network.actor import SYSTEM

    agreement = written(world.secretariat.pk, 2021)
    stream = save_stream(
        agreement, by=SYSTEM, title="Stöd", pot_ore=0, receivers="healthcare_region", allocation="entered"
    )
    yield _at(world, "import_units", "contact", "file", "table")
    yield _at(world, "template_sheet", "secretariat", "file", "table", {}, title="Frågor")
    yield _at(world, "need_upload", "secretariat", "file", "table", **NEED)
    yield _at(world, "money_amounts", "secretariat", "file", "table", {"agreement": agreement.pk, "stream": stream.pk})
    yield _at(world, "money_documents", "secretariat", "documents", "any", {"agreement": agreement.pk})


def _of_papers(world) -> Iterator[Place]:
    today = world.today().isoformat()
    step = {"stage": "2", "happened_on": today, "text": "Alla använder den."}
    yield _at(world, "signal_new", "contact", "uploads", "any", {}, **SIGNAL, place=world.mora.pk)
    yield _at(world, "register_adoption", "contact", "uploads", "any", **step, key=world.key())
    yield _at(world, "correct_adoption", "contact", "uploads", "any", **step, key=world.key())
    yield _at(world, "agreement_new", "coordinator", "document", "any", **_wording(world))
    yield _at(
        world, "contract_copy", "contact", "upload", "pdf", signed_on=today, same_text="on", bodies=str(world.mora.pk)
    )
    yield Place("contract_verify", reverse("contract_verify"), "upload", "pdf")


def _wording(world) -> dict:
    return {
        "title": "Samverkan", "renewal": "ends", "notice_months": "3", "parties": str(world.mora.pk),
        "r-TOTAL_FORMS": "0", "r-INITIAL_FORMS": "0",
    }  # fmt: skip


def counted() -> dict[str, int]:
    """Rows of every table that a file could leave something in."""
    from django.apps import apps

    passing = {"sessions", "journal", "search", "django_tasks_db"}
    models = [model for model in apps.get_models() if model._meta.app_label not in passing]
    return {model._meta.label: model._default_manager.count() for model in models}


if __name__ == "__main__":
    import sys

    import django
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody of these logs in by one
    django.setup()
    said = [asdict(place) for place in places()] if "make" in sys.argv else counted()
    json.dump(said, sys.stdout, default=str)
