"""Where a browser tells what the content security policy kept it from doing: a line in the log, for whoever runs this."""

import json

from allauth.core import ratelimit
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from vaxel.accounts import security_log
from vaxel.accounts.access import PUBLIC, access

LONGEST = 8192  # bytes: a report is some hundred
TOLD = {"directive": "effective-directive", "blocked": "blocked-uri", "page": "document-uri"}


@csrf_exempt  # the browser sends it by itself; it changes nothing
@require_POST
@access(PUBLIC)
def csp_report(request):
    """Answers 204 whatever came: there is nobody at the other end to read a sentence."""
    if ratelimit.consume(request, action="csp"):
        facts = _facts(request)
        if facts:
            security_log.told("csp", request, **facts)
    return HttpResponse(status=204)


def _facts(request):
    if request.content_type != "application/csp-report" or int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST:
        return {}
    try:
        report = json.loads(request.body)["csp-report"]
        return {name: str(report.get(key, ""))[:300].split("?")[0] for name, key in TOLD.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
