"""What whoever runs the installation must be able to follow: who logged in or failed to, what was refused, what changed.

One line an event in the ordinary log, logger `vaxel.security`: `event=… person=… …`. A person is an opaque number, never
an address; which address a failed login was for is told as a short hash, enough to see that it is the same one again.
"""

import hashlib
import logging
from typing import Any

from allauth.account import signals as account
from allauth.core.context import request as current
from allauth.mfa import signals as mfa
from django.conf import settings
from django.contrib.auth import signals as auth
from django.http import HttpRequest

logger = logging.getLogger("vaxel.security")


def told(event: str, request: HttpRequest | None = None, **facts: object) -> None:
    """`facts` are ours, or spelled out so that no blank can make them look like another fact."""
    words = {"event": event, "from": _address(request), **facts}
    logger.info(" ".join(f"{name}={_word(value)}" for name, value in words.items() if value not in (None, "")))


def refused(request: HttpRequest, rule: str) -> None:
    """The guard of an address said no. A visitor who is only asked to log in is no event."""
    if request.user.is_authenticated or request.method not in {"GET", "HEAD"}:
        told("refused", request, person=request.user.pk, rule=rule, method=request.method, path=request.path)


def listen() -> None:
    auth.user_logged_in.connect(_logged_in)
    auth.user_logged_out.connect(_logged_out)
    auth.user_login_failed.connect(_failed)
    for signal, event in CHANGES.items():
        signal.connect(_changing(event), weak=False)


CHANGES = {
    account.password_changed: "password_changed",
    account.password_set: "password_set",
    account.password_reset: "password_reset",
    mfa.authenticator_added: "second_step_added",
    mfa.authenticator_removed: "second_step_removed",
    mfa.authenticator_reset: "second_step_reset",
}


def _logged_in(sender: object, request: HttpRequest, user: Any, **_more: object) -> None:
    told("logged_in", request, person=user.pk, by=_methods(request))


def _logged_out(sender: object, request: HttpRequest, user: Any, **_more: object) -> None:
    if user:
        told("logged_out", request, person=user.pk)


def _failed(sender: object, credentials: dict[str, Any], request: HttpRequest | None = None, **_more: object) -> None:
    who = credentials.get("email") or credentials.get("username") or ""
    told("login_failed", request, login=_hash(who))


def _changing(event: str) -> Any:
    def changed(sender: object, user: Any, request: HttpRequest | None = None, **_more: object) -> None:
        told(event, request or current, person=user.pk)

    return changed


def _methods(request: HttpRequest | None) -> str:
    """password, mfa:totp …: as allauth counts them."""
    methods = request.session.get("account_authentication_methods", []) if hasattr(request, "session") else []
    return "+".join(each.get("type") or each.get("method", "") for each in methods)


def _hash(text: str) -> str:
    """With the installation's own secret: nobody else can try addresses against it."""
    return hashlib.blake2s(
        text.strip().lower().encode(), key=settings.SECRET_KEY.encode()[:32], digest_size=6
    ).hexdigest()


def _address(request: HttpRequest | None) -> str:
    header = settings.ALLAUTH_TRUSTED_CLIENT_IP_HEADER
    if request is None:
        return ""
    return (header and request.headers.get(header)) or request.META.get("REMOTE_ADDR", "")


def _word(value: object) -> str:
    return str(value).replace("%", "%25").replace(" ", "%20").replace("=", "%3D")
