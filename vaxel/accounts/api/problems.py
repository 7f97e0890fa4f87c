"""Every no is a problem in the standard's own form (RFC 9457), its sentence in the language asked for."""

from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from vaxel.ui.faults.outage import AGAIN_AFTER
from vaxel.ui.refusal import Refusal

CONTENT_TYPE = "application/problem+json"
FORGOTTEN = ("body", "query", "path", "header")


class Fault(Schema):
    where: str
    what: str


class Problem(Schema):
    """`detail` says what is wrong, where, and what to do; `errors` one by one, where there are several."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Fault] = []


class Stop(Exception):  # noqa: N818 - an answer, no error
    """A no of the interface's own, where there is no command that refuses."""

    def __init__(self, status, detail):
        super().__init__(detail)
        self.status, self.detail = status, detail


PROBLEMS = dict.fromkeys((400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503, 507), Problem)


def titles():
    return {
        400: _("Begäran går inte att läsa"),
        401: _("Nyckel behövs"),
        403: _("Det får ni inte"),
        404: _("Finns inte"),
        405: _("Så kan adressen inte användas"),
        409: _("Läget är ett annat"),
        413: _("För stort"),
        415: _("Fel sorts innehåll"),
        422: _("Något behöver rättas"),
        429: _("För många anrop"),
        503: _("Försök strax igen"),
        507: _("Disken är full"),
    }


def problem(status, detail, errors=()):
    title = titles().get(status, "") or _("Det blev nej")
    body = {"type": "about:blank", "title": title, "status": status, "detail": str(detail), "errors": list(errors)}
    return JsonResponse(body, status=status, content_type=CONTENT_TYPE)


def refused(refusal):
    several = getattr(refusal, "problems", None) or ({refusal.field: refusal.message} if refusal.field else {})
    errors = [{"where": str(where), "what": str(what)} for where, what in several.items()]
    return problem(refusal.status, refusal.message, errors)


def invalid(error):
    """What does not fit the described form; pydantic's own words are English and stand in `errors` alone."""
    errors = [{"where": _where(one["loc"]), "what": one["msg"]} for one in error.errors]
    return problem(
        422, _("Något i begäran har inte den form som beskrivningen säger. Se vad och var under errors."), errors
    )


def _where(loc):
    return ".".join(str(part) for part in loc if part not in FORGOTTEN)


def not_found():
    return problem(404, _("Det finns inget här som er nyckel får se."))


def no_key():
    answer = problem(401, _("Skicka er nyckel: Authorization: Bearer vaxel_…"))
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def unavailable():
    """The same request with the same Idempotency-Key is done once, so whoever meets this may always ask again."""
    answer = problem(503, _("Växel når inte sin databas just nu. Skicka samma begäran igen om några sekunder."))
    answer["Retry-After"] = AGAIN_AFTER
    return answer


def full():
    """No Retry-After: somebody must make room first."""
    return problem(
        507, _("Växels disk är full, så inget kan sparas. Inget är ändrat. Skicka samma begäran igen senare.")
    )


def install(api):
    handle = api.add_exception_handler
    handle(AuthenticationError, lambda request, fault: no_key())
    handle(ValidationError, lambda request, fault: invalid(fault))
    handle(Http404, lambda request, fault: not_found())
    handle(Refusal, lambda request, fault: refused(fault))
    handle(Stop, lambda request, fault: problem(fault.status, fault.detail))
    handle(
        HttpError,
        lambda request, fault: problem(fault.status_code, _("Begäran går inte att läsa. Skicka JSON i UTF-8.")),
    )
