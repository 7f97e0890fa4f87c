"""A link to answer by: signed, stored as a hash, revocable, and good for one body's part of one round.

What a link may do is what the body may do with that part; it sees nothing else. Who holds it is not known: the receipt
names the seat or mailbox it was sent to (docs/adr/0014).
"""

import hashlib
import secrets

from django.core import signing
from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.calendar.domain.deadlines import swedish_day
from vaxel.calendar.domain.phrases import day_long
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.domain.links import LinkState, good_through, state_of
from vaxel.rounds.models import AnsweringLink
from vaxel.ui.refusal import Refusal

SALT = "vaxel.rounds.answering_link"
GONE = 410
WITH = ("delivery__round__owner", "delivery__round__template_version__template", "delivery__body", "mandate", "mailbox")


def new_secret() -> str:
    return secrets.token_urlsafe(24)


def hashed(secret) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(secret) -> str:
    """What stands in the address: a forged one is known by its signature, without asking the database."""
    return signing.Signer(salt=SALT, sep=".").sign(secret)


def find(token) -> AnsweringLink | None:
    """The link of an address, whatever has become of it."""
    try:
        secret = signing.Signer(salt=SALT, sep=".").unsign(token)
    except signing.BadSignature:
        return None
    return AnsweringLink.objects.select_related(*WITH).filter(secret_hash=hashed(secret)).first()


def opened(token) -> AnsweringLink:
    """Refused (410) unless it holds today: always with what to do instead."""
    link = find(token)
    if link is None:
        raise Refusal(_("Länken gäller inte. Se efter att hela adressen kom med, eller be om en ny."), status=GONE)
    if (state := state_now(link)) != LinkState.LIVE:
        raise Refusal(_sentence(link, state), status=GONE)
    return link


def state_now(link) -> LinkState:
    return state_of(
        is_open=link.delivery.round.state == RoundState.OPEN,
        revoked=link.revoked_at is not None,
        last=last_day_of(link),
        today=clock.today(),
    )


def last_day_of(link):
    return good_through(link.delivery.last_day, swedish_day(link.created_at))


def _sentence(link, state):
    if state == LinkState.REVOKED:
        return _("Länken är återkallad. Använd den senaste ni har fått, eller be avsändaren eller länet om en ny.")
    if state == LinkState.EXPIRED:
        return _("Länken gällde till och med %(day)s. Be avsändaren eller länet om en ny.") % {
            "day": day_long(last_day_of(link))
        }
    if link.delivery.round.state == RoundState.RECALLED:
        return _("Avsändaren har ångrat utskicket. Ni behöver inte göra något.")
    return _("Förfrågan är stängd och tar inte emot fler svar. Kontakta avsändaren om något måste ändras.")
