"""The interface as addresses of the house: each declares its rule, answers in the language asked for, and never in HTML."""

from functools import wraps

from django.db import Error
from django.http import HttpResponseNotAllowed
from django.utils import translation
from django.utils.translation import gettext as _
from ninja.parser import Parser
from pydantic_core import from_json

from vaxel.accounts.access import PUBLIC, Rule
from vaxel.accounts.api.problems import full, problem, unavailable
from vaxel.ui.faults.full import is_full
from vaxel.ui.faults.outage import is_outage

# The guard is the key on each operation (bearer.py): a session opens nothing, and no key is a 401.
BY_KEY = Rule("by_key", lambda _request, **_: True)
OPEN = frozenset({"openapi-json"})
ROOT = "api-root"  # ninja finds its own prefix by it
NUL = (b"\x00", b"\\u0000")


class StrictJson(Parser):
    """JSON as the standard says: no NaN, no half characters, not nested without end."""

    def parse_body(self, request):
        return from_json(request.body, allow_inf_nan=False)


def guarded(urls, front):
    """A NinjaAPI's `urls`, each address once and behind the same door; `front` is our own first page."""
    patterns, app_name, namespace = urls
    by_route = {}
    for pattern in patterns:
        by_route.setdefault(str(pattern.pattern), pattern)
    for pattern in by_route.values():
        if pattern.name == ROOT:
            pattern.callback = front
            continue
        if pattern.name in OPEN:
            pattern.callback.access = PUBLIC
            continue
        pattern.callback = _door(pattern.callback)
        pattern.callback.access = BY_KEY
    return list(by_route.values()), app_name, namespace


def _door(view):
    @wraps(view)
    def answer(request, *args, **kwargs):
        with translation.override(language_of(request)):
            if request.content_type == "multipart/form-data":  # a form's parts are read before us, and no body is left
                return problem(415, _("Skicka JSON (Content-Type: application/json)."))
            if any(nul in request.body for nul in NUL) or "%00" in request.META["QUERY_STRING"]:
                return problem(400, _("Begäran innehåller ett tecken som inte går att spara. Skriv den på nytt."))
            try:
                response = view(request, *args, **kwargs)
            except Error as error:
                if is_full(error):
                    return full()
                if is_outage(error):
                    return unavailable()
                raise
            return _not_allowed(response) if isinstance(response, HttpResponseNotAllowed) else response

    answer.csrf_exempt = True  # no cookie is ever read
    answer.refuses_itself = True
    return answer


def _not_allowed(response):
    answer = problem(405, _("Adressen tar emot: %s.") % response["Allow"])
    answer["Allow"] = response["Allow"]
    return answer


def language_of(request):
    """Swedish, unless English is asked for first."""
    wanted = request.headers.get("Accept-Language", "").strip().lower()
    return "en" if wanted.startswith("en") else "sv"
