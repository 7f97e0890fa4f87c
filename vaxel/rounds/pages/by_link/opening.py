"""What every page by an answering link does first: is the link good, and how often has it been used just now?"""

from functools import wraps

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.rounds.by_link import find, hashed, opened
from vaxel.ui.refusal import Refusal

MINUTE = 60
MOST_WRONG = 30  # addresses that are no link, a minute and client
MOST_ACTS = 120  # posts by one link, a minute: autosave is one a second at most


def by_link(view):
    """The view gets the link in place of its token. Anyone may come here; the token itself is the right."""

    @wraps(view)
    def answered(request, token, **parts):
        response = view(request, _link(request, token), **parts)
        add_never_cache_headers(response)
        # Not no-referrer: with it browsers hide where a form comes from, and no post would pass the CSRF check. The
        # address, which is the right to answer, is never told: only the site's name is.
        response["Referrer-Policy"] = "strict-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return access(PUBLIC)(answered)


def _link(request, token):
    if request.method == "POST":
        _count(f"by-link-act:{hashed(token)}", MOST_ACTS)
    try:
        return opened(token)
    except Refusal:
        if find(token) is None:
            _count(f"by-link-wrong:{get_adapter().get_client_ip(request)}", MOST_WRONG)
        raise


def _count(key, most):
    """Begins anew a minute after the first; shared by every process, as the count of wrong passwords is."""
    if cache.add(key, 1, MINUTE):
        return
    try:
        times = cache.incr(key)
    except ValueError:  # the minute passed in between
        return
    if times > most:
        raise Refusal(_("För många försök på kort tid. Vänta en minut och försök igen."), status=429)
