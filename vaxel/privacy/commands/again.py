"""After a restored backup: what had been erased is erased again, by the decisions noted outside the database."""

from django.db import transaction

from vaxel import journal
from vaxel.network.actor import SYSTEM
from vaxel.network.models import Person
from vaxel.privacy.commands.erasing import Erasing, mail_files_without
from vaxel.privacy.kept_outside import noted
from vaxel.privacy.queries.rows import subject_of


def undone():
    """Noted erasures whose person has her name back. One that the backup does not know of at all has nothing to erase."""
    found = {str(person.public_id): person for person in Person.objects.filter(erased_at=None).select_related("user")}
    return [(one, found[one.person]) for one in noted() if one.person in found]


def erase_again() -> int:
    """How many were. Safe to run at any time: what is erased stays so."""
    done = 0
    for one, person in undone():
        subject = subject_of(person, one.words)
        with transaction.atomic():
            rows = Erasing(subject, one.scope, by=SYSTEM, reference=one.decision).run()
            facts = {"decision": one.decision, "person": one.person, "rows": sum(rows.values())}
            journal.record(
                "privacy.erase_again", by=SYSTEM, object_type="network.person", object_id=person.pk, facts=facts
            )
        mail_files_without(subject.wanted)
        done += 1
    return done
