"""Keys for programs: made, found and taken back."""

import datetime as dt

from vaxel.accounts.domain.tokens import PREFIX, Scope, hashed, new_secret
from vaxel.accounts.models import ApiToken


def make(user, mandate_id, *, name, scopes, expires_on) -> tuple[ApiToken, str]:
    """The token and its key, which is never to be had again."""
    secret = new_secret()
    token = ApiToken.objects.create(
        user=user,
        mandate_id=mandate_id,
        name=name,
        scopes=sorted(Scope(scope) for scope in scopes),
        token_hash=hashed(secret),
        expires_on=expires_on,
    )
    return token, secret


def find(secret: str, day: dt.date) -> ApiToken | None:
    """The token of a key that works that day."""
    if not secret.startswith(PREFIX):
        return None
    token = ApiToken.objects.select_related("user").filter(token_hash=hashed(secret)).first()
    return token if token and token.works(day) else None
