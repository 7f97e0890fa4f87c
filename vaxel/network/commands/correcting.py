"""What was written wrong about a person is put right: the name, the telephone, the address an invitation goes to."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.accounts import invitations
from vaxel.network.commands.inviting import can_log_in, must_know
from vaxel.network.models import Person
from vaxel.ui.refusal import Refusal


def correct_person(person, *, name, email, phone, by) -> Person:
    """The address only while nobody logs in with it; a link sent to the old one stops working."""
    must_know(person, by)
    moved = email.strip().lower() != person.email.lower()
    if moved and can_log_in(person.user):
        raise Refusal(_("Personen loggar in med den adressen, så den ändras inte här."), field="email", status=409)
    try:
        with transaction.atomic():
            if moved and person.user:
                _readdress(person.user, email.strip().lower(), by)
            person.name, person.email, person.phone = name.strip(), email.strip().lower(), phone.strip()
            person.save(update_fields=["name", "email", "phone"])
            journal.record("network.correct_person", by=by, obj=person, facts={"person": person.public_id})
    except IntegrityError:
        raise Refusal(
            _("Adressen hör redan till ett annat konto. Skriv personens egen adress."), field="email"
        ) from None
    return person


def _readdress(user, email, by):
    invitations.revoke(user, by=by)
    user.email = email
    user.save(update_fields=["email"])
