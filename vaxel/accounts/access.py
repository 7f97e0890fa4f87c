"""Who may open an address is declared on the page itself; a page that declares nothing fails the build.

A rule answers with what is known about the asker and the address. No answer is 403: what one may not know
does not exist (404), and who is not logged in is asked to log in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponseNotAllowed

from vaxel.accounts import security_log


@dataclass(frozen=True)
class Rule:
    """`allows(request, **the address's parts)`; `name` is what the permission matrix prints."""

    name: str
    allows: Callable[..., bool]
    open_to_all: bool = False


PUBLIC = Rule("public", lambda _request, **_: True, open_to_all=True)
SIGNED_IN = Rule("signed_in", lambda request, **_: request.user.is_authenticated)


METHODS = ("GET", "HEAD", "POST", "OPTIONS")  # what a page may be asked by; endpoints for programs say their own


def access(rule: Rule):
    def declare(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            if rule.allows(request, **kwargs):
                return view(request, *args, **kwargs)
            security_log.refused(request, rule.name)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise Http404

        guarded.access = rule
        return guarded

    return declare
