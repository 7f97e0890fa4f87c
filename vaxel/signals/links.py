"""The author's own way back without an account: a signed link to one signal, which reads and never writes.

Nobody can guess one, and none is kept: it is made anew from the signal's public id, and it ends when the signal is erased.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.signals.models import Signal
from vaxel.ui.refusal import Refusal

SALT = "vaxel.signals.follow"
GONE = 410


def follow_path(signal) -> str:
    return reverse("said", args=[signing.dumps(str(signal.public_id), salt=SALT)])


def follow_link(signal) -> str:
    return absolute(follow_path(signal))


def signal_of(token) -> Signal:
    """Only what was said without a login is followed this way; else refused (410) with what to do instead."""
    gone = Refusal(_("Länken gäller inte längre. Har ni frågor, hör av er till länets samordnare."), status=GONE)
    try:
        public_id = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        raise gone
    found = Signal.objects.filter(public_id=public_id, author_body=None, erased_at=None).select_related("desk").first()
    if found is None:
        raise gone
    return found


def absolute(path) -> str:
    return settings.BASE_URL.rstrip("/") + path
