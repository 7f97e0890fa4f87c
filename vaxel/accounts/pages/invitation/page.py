from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from vaxel.accounts import invitations
from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.pages.invitation.form import ChoosePassword


@never_cache
@sensitive_post_parameters("password")
@access(PUBLIC)
def invitation(request, token):
    """Opening the link changes nothing (mail scanners do it); choosing a password does."""
    found = invitations.find(token)
    if found is None or not found.is_open() or not found.user.is_active:
        return _closed(request, found)
    form = ChoosePassword(request.POST if request.method == "POST" else None, user=found.user)
    if request.method == "POST" and form.is_valid():
        if not invitations.use(found, form.cleaned_data["password"]):
            return _closed(request, invitations.find(token))
        # Through allauth's own steps, so that a second factor, where there is one, is still asked for.
        return perform_password_login(request, {"email": found.user.email}, Login(user=found.user))
    context = {"invitation": found, "form": form}
    return render(request, "accounts/pages/invitation/page.html", context, status=422 if form.errors else 200)


def _closed(request, found):
    """410: the link was, perhaps, but is no more; the page says what to do."""
    return render(request, "accounts/pages/invitation/closed.html", {"invitation": found}, status=410)
