"""One person planted, exported, erased and looked for, in the database that this process is connected to."""

import json

from django.apps import apps
from django.db import connection

from proofs.personal_data.dump import everything
from proofs.personal_data.planting import NICK, PHONE, WORDS, plant
from proofs.personal_data.registered import count
from vaxel import search
from vaxel.calendar.clock import today
from vaxel.journal import sealing
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Mandate
from vaxel.personal.handlings import HANDLINGS
from vaxel.personal.registry import table_of, tables
from vaxel.privacy.commands.deciding import decide, draft
from vaxel.privacy.commands.exporting import export_own
from vaxel.privacy.domain.regime import Ground, Scope
from vaxel.privacy.queries.in_files import text_of
from vaxel.site.management.commands.verify import ASKED


def measure(erasing=True) -> dict:
    """`erasing=False`: the control. A proof that finds nothing left must find all of it left when nothing was erased."""
    planted = plant()
    registered, unregistered = count(planted.world)
    search.rebuild()  # what the tests' world lays straight in its tables has told nobody
    sealing.tick()  # vouches for the rows outside the journal too
    before = faults()
    exported = json.dumps(export_own(planted.person, by=planted.world.secretary), ensure_ascii=False, default=str)
    absent = sorted(where for where, word in planted.marks.items() if word not in exported)
    if erasing:
        _erase(planted)
    sealing.tick()
    whole = list(everything())
    gone = {
        where: word
        for where, word in planted.marks.items()
        if HANDLINGS[planted.handled.get(where, "contact")].act != "redact"
    }
    left = sorted(
        {f"{name}: {word}" for word in (*WORDS, PHONE) for name, text in whole if word.lower() in text.lower()}
    )
    left += sorted({f"{name}: {where}" for where, word in gone.items() for name, text in whole if word in text})
    return {
        "database": connection.vendor,
        "fields": sum(
            len(model._meta.local_fields) + len(model._meta.local_many_to_many)
            for model in apps.get_models(include_auto_created=True)
        )
        + sum(len(one.fields) for one in tables() if "." not in one.model),
        "mapped": sum(
            len({field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)} & _spoken(model))
            for model in apps.get_models(include_auto_created=True)
        )
        + sum(len(one.fields) for one in tables() if "." not in one.model),
        "registered": registered,
        "unregistered": unregistered,
        "personal": sum(1 for one in tables() for _ in one.personal()),
        "planted": len(planted.marks),
        "absent": absent,
        "kept": sorted(planted.kept),
        "left": _without_kept(left),
        "in_files": sum(any(word in text for word in WORDS) for text in _file_texts()),
        "faults_before": before,
        "faults_after": faults(),
    }


def _spoken(model):
    said = table_of(model._meta.label)
    return set(said.fields) if said else set()


def _without_kept(left):
    """What parties have signed and decided stands as it was: named in the figures, and in ADR 0033."""
    kept = ("funding_contractversion: ", "funding_contractaccount: ", "funding_decision: ")
    return [one for one in left if not one.startswith(kept)]


def _erase(planted):
    world, person = planted.world, planted.person
    Mandate.objects.filter(person=person).update(valid_to=today())
    made = draft(
        person,
        ground=Ground.SCHEDULE,
        scope=Scope.ALL,
        reference="Gallringsbeslut 2026:1",
        reason="Hon har slutat.",
        words=[NICK],
        by=world.actor(world.secretariat, Role.SECRETARIAT),
    )
    decide(made, by=world.actor(world.secretariat, Role.SECRETARIAT, another=1))


def _file_texts():
    from vaxel.files.models import Blob

    return [text_of(one.content, one.media_type) for one in Blob.objects.all()]


def faults() -> list[str]:
    return [f"{name}: {said}" for one in ASKED for name, ok, said in one.checks() if not ok]
