"""Where an installation demands two steps, a login with one can do nothing but choose its second.

Public money and sensitive matters: a password alone is too little. Programs come by key and are not asked.
"""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

HAS_SECOND_STEP = "second_step"  # the session's key: asked of the database once a login
OPEN = {"account_logout", "account_reauthenticate", "language", "log_out_everywhere", "accessibility", "about"}


class SecondStepMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.SECOND_STEP_REQUIRED or not request.user.is_authenticated or _open(request.resolver_match):
            return None
        if _has_second_step(request):
            return None
        messages.info(request, _("Här krävs inloggning i två steg. Välj hur du vill göra; det tar en minut."))
        return redirect("mfa_index")


def _open(match):
    name = match.url_name or ""
    return name in OPEN or name.startswith("mfa_")


def _has_second_step(request):
    """The example's logins are everyone's: there is nobody to hold a key."""
    if not request.session.get(HAS_SECOND_STEP) and (request.user.is_example or is_mfa_enabled(request.user)):
        request.session[HAS_SECOND_STEP] = True
    return request.session.get(HAS_SECOND_STEP, False)
