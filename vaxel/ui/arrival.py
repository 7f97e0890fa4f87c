"""When a request reached us: stamped at the edge, so that a queue never makes anyone late (NJA 2024 s. 3)."""

import datetime as dt

from django.conf import settings


class ArrivalMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.received_at = _from_proxy(request) or dt.datetime.now(dt.UTC)
        return self.get_response(request)


def _from_proxy(request):
    """The trusted proxy's `t=<seconds since 1970>`; only read when the installation names the header."""
    if not settings.ARRIVAL_HEADER:
        return None
    value = request.headers.get(settings.ARRIVAL_HEADER, "").removeprefix("t=")
    try:
        stamp = dt.datetime.fromtimestamp(float(value), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return min(stamp, dt.datetime.now(dt.UTC))
