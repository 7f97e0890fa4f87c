from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.network.acting import CHOSEN


@require_POST
@access(SIGNED_IN)
def switch_mandate(request):
    """Act for another of one's own mandates; anyone else's does not exist."""
    chosen = request.POST.get("mandate", "")
    if chosen not in {str(mandate.id) for mandate in request.actor.mandates}:
        raise Http404
    request.session[CHOSEN] = int(chosen)
    onward = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return redirect(onward if safe else reverse("start"))
