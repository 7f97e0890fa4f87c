from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from vaxel.accounts import example_logins
from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
@access(PUBLIC)
def become(request, public_id):
    """Log in as an example person: two locks, the world must be an example and the login marked as one."""
    if not example_logins.offers(public_id):
        raise Http404
    user = get_object_or_404(User, public_id=public_id, is_example=True, is_active=True)
    login(request, user, backend=BACKEND)
    onward = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure()):
        return redirect(onward)
    return redirect("start")
