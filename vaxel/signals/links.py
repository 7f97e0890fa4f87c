"""The author's own way back without an account: an address that holds a random number of 122 bits, and nothing else.

It reads, and takes the address for mail away; it never answers. It ends when the signal is erased.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.signals.models import Signal
from vaxel.ui.refusal import Refusal

GONE = 410


def follow_path(signal) -> str:
    return reverse("said", args=[signal.public_id])


def follow_link(signal) -> str:
    return absolute(follow_path(signal))


def signal_of(secret) -> Signal:
    """Only what was said without a login is followed this way; else refused (410) with what to do instead."""
    found = Signal.objects.filter(public_id=secret, author_body=None, erased_at=None).select_related("desk").first()
    if found is None:
        raise Refusal(_("Länken gäller inte längre. Har ni frågor, hör av er till länets samordnare."), status=GONE)
    return found


def absolute(path) -> str:
    return settings.BASE_URL.rstrip("/") + path
