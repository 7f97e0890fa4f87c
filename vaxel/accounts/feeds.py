"""The secret address of a person's calendar: made, found, taken back."""

import hashlib
import secrets

from vaxel.accounts.models import FeedKey

RANDOM_BYTES = 24


def new_key(user) -> str:
    """Shown once; the one before stops working."""
    key = secrets.token_urlsafe(RANDOM_BYTES)
    FeedKey.objects.update_or_create(user=user, defaults={"token_hash": _hashed(key)})
    return key


def end(user) -> None:
    FeedKey.objects.filter(user=user).delete()


def user_of(key: str):
    found = FeedKey.objects.select_related("user").filter(token_hash=_hashed(key), user__is_active=True).first()
    return found and found.user


def _hashed(key):
    return hashlib.sha256(key.encode()).hexdigest()
