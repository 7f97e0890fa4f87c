"""A page that says the same to everyone who has not logged in is made once, not once for each of them.

After a press conference a hundred thousand open the same few pages within an hour. A page is kept by the process that made
it for some seconds (`ONCE_FOR_ALL_SECONDS`), and not past the next act: the journal's last row is part of what it is kept
under. Whoever has a session, a message waiting or a question in the address gets their own. The token that the footer's
form carries is each browser's own: it is never kept.
"""

import re
import time
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.utils.translation import get_language

from vaxel import journal
from vaxel.calendar.clock import today

MOST = 500  # pages of one process; the network has about so many
TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[^"]*')


@dataclass(frozen=True)
class Page:
    """`parts` stand on either side of where each browser's own token goes."""

    parts: list[bytes]
    content_type: str
    until: float


_kept: dict[tuple, Page] = {}


def once_for_all(view):
    """Below `@access(PUBLIC)`, on a view that asks of the request nothing but who it is."""

    @wraps(view)
    def page(request, *args, **kwargs):
        if not _is_anyone(request):
            return view(request, *args, **kwargs)
        key = (request.get_host(), request.path, get_language(), today(), journal.newest())
        kept = _kept.get(key)
        if kept and kept.until > time.monotonic():
            return HttpResponse(_token_of(request, kept).join(kept.parts), content_type=kept.content_type)
        response = view(request, *args, **kwargs)
        _keep(key, response)
        return response

    return page


def _is_anyone(request):
    own = settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES
    plain = request.method == "GET" and not request.META.get("QUERY_STRING") and not request.htmx
    return plain and not own and settings.ONCE_FOR_ALL_SECONDS > 0


def _token_of(request, kept):
    return get_token(request).encode() if len(kept.parts) > 1 else b""


def _keep(key, response):
    if response.status_code != 200 or response.streaming or response.cookies:
        return
    while len(_kept) >= MOST:
        _kept.pop(next(iter(_kept), None), None)  # the oldest; another thread may have taken it
    until = time.monotonic() + settings.ONCE_FOR_ALL_SECONDS
    _kept[key] = Page(TOKEN.split(response.content), response.headers["Content-Type"], until)
