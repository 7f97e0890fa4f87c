"""A body's own register: its own number on a thing, and whether each item is mailed to it."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.journal.sealing import head
from vaxel.rounds import permissions
from vaxel.rounds.models import OwnNumber, RegisterMail
from vaxel.rounds.queries.register import has_to_do_with
from vaxel.ui.refusal import Refusal

LONGEST = 40


def set_own_number(body_id, round_id, number, *, by) -> None:
    """Empty takes it away. It then stands on every copy for the register."""
    permissions.require(permissions.acts_at(by, body_id, permissions.CONFIRMING))
    number = number.strip()
    if len(number) > LONGEST:
        raise Refusal(_("Diarienumret är för långt. Skriv högst 40 tecken."), field="number")
    if not has_to_do_with(body_id, round_id):
        raise Refusal(_("Det finns ingen sådan handling i er förteckning."), status=404)
    with transaction.atomic():
        if number:
            OwnNumber.objects.update_or_create(body_id=body_id, round_id=round_id, defaults={"number": number})
        else:
            OwnNumber.objects.filter(body=body_id, round=round_id).delete()
        _journal("rounds.own_number", body_id, by, {"round": round_id})


def mail_register(body_id, address, *, by) -> RegisterMail | None:
    """Each item from now on is mailed there; an empty address ends it."""
    permissions.require(permissions.acts_at(by, body_id, permissions.CONFIRMING))
    address = address.strip().lower()
    if address:
        try:
            validate_email(address)
        except ValidationError:
            sentence = _("Det är ingen e-postadress. Skriv den som registrator@kommun.se.")
            raise Refusal(sentence, field="address") from None
    with transaction.atomic():
        _journal("rounds.register_mail", body_id, by, {})
        if not address:
            RegisterMail.objects.filter(body=body_id).delete()
            return None
        made, _new = RegisterMail.objects.update_or_create(
            body_id=body_id,
            defaults={"address": address},
            create_defaults={"address": address, "told_up_to": head().number},
        )
    return made


def _journal(action, body_id, by, facts):
    journal.record(action, by=by, object_type="network.body", object_id=body_id, on_behalf_of=body_id, facts=facts)
