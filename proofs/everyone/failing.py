"""Växel's addresses and one for each way a page can fail: what somebody meets then is a page to be looked at too."""

import errno

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from django.urls import include, path

from proofs.everyone.met import STATUSES, UNSAFE, address
from vaxel.accounts.access import PUBLIC, access
from vaxel.ui.faults import csrf, handler400, handler403, handler404, handler500  # noqa: F401
from vaxel.ui.refusal import Refusal

TOO_LARGE = "Det som skickades är för stort: tillsammans högst 100 MB. Skicka färre eller mindre filer åt gången."
TOO_MANY = "För många försök på kort tid. Vänta en minut och försök igen."


def _busy() -> OperationalError:
    busy = OperationalError("database is locked")
    busy.__cause__ = type("Said", (Exception,), {"sqlite_errorname": "SQLITE_BUSY"})()
    return busy


FAULTS = {
    400: SuspiciousOperation(),
    403: PermissionDenied(),
    404: Http404(),
    413: Refusal(TOO_LARGE, status=413),
    429: Refusal(TOO_MANY, status=429),
    500: RuntimeError("a fault of ours"),
    503: _busy(),
    507: OSError(errno.ENOSPC, "No space left on device"),
}


def _failing(fault: Exception):
    def page(request):
        raise fault

    return page


urlpatterns = [
    *(path(address(status)[1:], access(PUBLIC)(_failing(FAULTS[status]))) for status in STATUSES),
    path(UNSAFE[1:], access(PUBLIC)(csrf)),
    path("", include("vaxel.site.urls")),
]
