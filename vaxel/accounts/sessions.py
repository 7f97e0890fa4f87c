"""A login ends when nobody has used it for long, and in any case after a working day (SESSION_COOKIE_AGE)."""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.utils.translation import gettext as _

SEEN = "seen"  # the session's key for when it was last used, in seconds
EXACT_TO = 300  # seconds: the session is written again no oftener


class IdleMiddleware:
    """A page of an idle session is answered as for anyone: the way to the login, and then back to the page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and _idle_too_long(request.session):
            logout(request)
            messages.info(request, _("Du hade varit borta så länge att du loggades ut. Det du har sparat finns kvar."))
        response = self.get_response(request)
        if getattr(request, "was_logged_out", False):
            # What the browser has kept of the pages goes too: the next one at this machine is someone else.
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class UnkeptMiddleware:
    """No browser and no proxy keeps a page of somebody who is logged in: the next one at the machine is someone else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated or getattr(request, "was_logged_out", False):
            response["Cache-Control"] = "private, no-store"
        return response


def _idle_too_long(session):
    now = int(time.time())
    seen = session.get(SEEN, now)
    if now - seen > settings.IDLE_LOGOUT_AFTER:
        return True
    if SEEN not in session or now - seen > EXACT_TO:
        session[SEEN] = now
    return False


def listen():
    user_logged_in.connect(_begin)
    user_logged_out.connect(_end)


def _begin(sender, request, **_more):
    request.session[SEEN] = int(time.time())


def _end(sender, request, **_more):
    request.was_logged_out = True
