"""Pages for what went wrong: each says what, where and what to do. The site's urls name these as its handlers."""

import logging
import sys

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from vaxel.ui.faults.full import is_full
from vaxel.ui.faults.outage import AGAIN_AFTER, is_outage

PLAIN = (
    "<!doctype html><html lang=sv><title>Växel</title><h1>Något gick fel hos oss.</h1><p>Försök igen om en stund.</p>"
)


def csrf(request, reason=""):
    return render(request, "ui/faults/csrf.html", status=403)


def handler400(request, exception=None):
    """Without the request in the context: a bad host or session must not be read a second time."""
    return _bare("ui/faults/400.html", 400)


def handler403(request, exception=None):
    return render(request, "ui/faults/403.html", status=403)


def handler404(request, exception=None):
    return render(request, "ui/faults/404.html", status=404)


def handler500(request):
    """Django calls it while the exception is at hand, from whichever middleware or page it came."""
    error = sys.exc_info()[1]
    full = is_full(error)
    if not full and not is_outage(error):
        return _bare("ui/faults/500.html", 500)
    # What reads the language fell too, and the thread still speaks to whoever asked before.
    with translation.override(getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)):
        page = _bare("ui/faults/507.html", 507) if full else _bare("ui/faults/503.html", 503)
    if not full:
        page["Retry-After"] = AGAIN_AFTER
    return page


def _bare(template, status):
    """The page without anything from the database or the session; plain words if even the template fails."""
    try:
        page = render_to_string(template)
    except Exception:
        logging.getLogger(__name__).exception("The fault page itself failed")
        page = PLAIN
    return HttpResponse(page, status=status)
