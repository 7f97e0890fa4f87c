"""A signed, expiring link bound to one delivery: its questions can be read, forwarded and printed before login.

The link reads; it never confirms, answers or tells who has. It follows the delivery, not the person who opens it.
"""

import datetime as dt

from django.core import signing
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import Delivery
from vaxel.ui.refusal import Refusal

SALT = "vaxel.rounds.delivery"
VALID = dt.timedelta(days=180)
GONE = 410
READABLE = (RoundState.OPEN, RoundState.CLOSED, RoundState.FED_BACK)


def token_of(delivery) -> str:
    return signing.dumps([delivery.round_id, delivery.body_id], salt=SALT)


def delivery_link(delivery) -> str:
    """The path; mail puts the site's address before it."""
    token = token_of(delivery)
    try:
        return reverse("delivery_link", args=[token])
    except NoReverseMatch:  # the address is the contract, the page's name is its own affair
        return f"/forfragningar/las/{token}/"


def read_link(token) -> Delivery:
    """Refused (410) when it is not ours, too old, or the round is recalled: always with what to do instead."""
    try:
        round_id, body_id = signing.loads(token, salt=SALT, max_age=VALID)
    except (signing.BadSignature, ValueError, TypeError):
        raise _gone(_("Länken gäller inte längre. Logga in i Växel, eller be avsändaren om en ny."))
    found = Delivery.objects.filter(round=round_id, body=body_id, round__state__in=READABLE)
    delivery = found.select_related("round__template_version", "round__owner", "body").first()
    if delivery is None:
        raise _gone(_("Avsändaren har ångrat utskicket. Ni behöver inte göra något."))
    return delivery


def _gone(sentence):
    return Refusal(sentence, status=GONE)
