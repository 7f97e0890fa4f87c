""" "Jag tar den": in an inbox that several share, so that two do not do the same, and nobody thinks the other does."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.network.models import Person, Taking
from vaxel.ui.refusal import Refusal

LONGEST_KEY = 80


def take(body_id, key, *, by, over=False) -> Taking:
    """Mine until it is done or given back. What a colleague has taken is taken over only if one says so (`over`)."""
    _mine(by, body_id)
    person = Person.objects.get(public_id=by.person_id)
    with transaction.atomic():
        found, new = Taking.objects.select_for_update().get_or_create(
            body_id=body_id, key=key[:LONGEST_KEY], defaults={"person": person, "at": clock.now()}
        )
        if found.person_id != person.pk:
            if not over:
                raise Refusal(
                    _("%(name)s har redan tagit den. Ta över den om ni har kommit överens om det.")
                    % {"name": found.person.name},
                    status=409,
                )
            found.person, found.at, new = person, clock.now(), True
            found.save(update_fields=["person", "at"])
        if new:
            _journal("network.take", found, by)
    return found


def give_back(body_id, key, *, by) -> None:
    """Anybody's again. Only who has it gives it back."""
    _mine(by, body_id)
    with transaction.atomic():
        found = Taking.objects.filter(body=body_id, key=key[:LONGEST_KEY], person__public_id=by.person_id).first()
        if found:
            _journal("network.give_back", found, by)
            found.delete()


def _mine(by, body_id):
    if body_id not in by.body_ids:
        raise Refusal(_("Det som väntar hör inte till något av era uppdrag."), status=404)


def _journal(action, taking, by):
    journal.record(action, by=by, object_type="network.body", object_id=taking.body_id, on_behalf_of=taking.body_id)
