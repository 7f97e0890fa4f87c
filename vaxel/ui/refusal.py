"""A refusal: a sentence that says what, where and what to do. Bad input ends here, never in a 500."""

from django.conf import settings
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

NUL = "\x00"


class Refusal(Exception):  # noqa: N818 - it is no error: the system works, the answer is no
    def __init__(self, message, *, field=None, status=422):
        super().__init__(message)
        self.message = message
        self.field = field
        self.status = status


class RefusalMiddleware:
    """A refusal that no page caught becomes a page of its own; nothing was changed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Before anything reads what was sent: the size it declares is the size that is read, and no more."""
        if _declared(request) > settings.LARGEST_REQUEST:
            sentence = _("Det som skickades är för stort: tillsammans högst %(most)s. Skicka färre eller mindre filer åt gången.")  # fmt: skip
            return _refused(request, Refusal(sentence % {"most": filesizeformat(settings.LARGEST_REQUEST)}, status=413))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """PostgreSQL keeps no NUL in a text, and nobody writes one: refused before any page reads it.

        A view that answers programs says so by itself (`refuses_itself`): they read no page.
        """
        if getattr(view, "refuses_itself", False):
            return None
        unkept = _("Texten innehåller ett tecken som inte går att spara. Skriv den på nytt.")
        return _refused(request, Refusal(unkept, status=400)) if NUL in "".join(_written(request)) else None

    def process_exception(self, request, exception):
        return _refused(request, exception) if isinstance(exception, Refusal) else None


def _declared(request):
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return int(declared) if declared.isdecimal() else 0


def _written(request):
    for given in (request.GET, request.POST):
        for _name, values in given.lists():
            yield from values


def _refused(request, refusal):
    context = {"refusal": refusal, "back": _came_from(request)}
    response = render(request, "ui/faults/refusal.html", context, status=refusal.status)
    if request.headers.get("HX-Request"):  # the sentence goes to the page's messages, not into the part asked for
        response["HX-Retarget"] = "#said"
        response["HX-Reselect"] = "#fault"
        response["HX-Reswap"] = "innerHTML"
    return response


def _came_from(request):
    """The page before this one, if it is ours and another one."""
    referer = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(referer, {request.get_host()})
    return referer if ours and not referer.endswith(request.get_full_path()) else "/"
