"""One's own keys for programs: which there are, a new one, and taking one back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from vaxel.accounts.access import SIGNED_IN, Rule, access
from vaxel.accounts.models import ApiToken
from vaxel.calendar.clock import today
from vaxel.network.commands.tokens import make_token, revoke_token
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.pages.tokens.form import SCOPES, NewToken
from vaxel.network.wording import role_name


def _owns(request, token, **_):
    return request.user.is_authenticated and ApiToken.objects.filter(pk=token, user=request.user).exists()


OWNS_TOKEN = Rule("owns_token", _owns)


@never_cache  # the key stands on the page once
@access(SIGNED_IN)
def tokens(request):
    form = NewToken(request.POST if request.method == "POST" else None, actor=request.actor)
    secret = None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refused_in(form):
            _token, secret = make_token(request.user, data.pop("mandate"), by=request.actor, **data)
            form = NewToken(actor=request.actor)
    context = {"form": form, "secret": secret, "tokens": _listed(request)}
    return render(request, "network/pages/tokens/page.html", context, status=status_of(form))


def _listed(request):
    """Those that can still be used; of an ended mandate, what is said is that they no longer work."""
    held = {one.id: f"{one.body_name}: {role_name(one.role)}" for one in request.actor.mandates}
    rows = ApiToken.objects.filter(user=request.user, revoked_at=None, expires_on__gt=today()).order_by("-id")
    return [
        {"token": row, "mandate": held.get(row.mandate_id, ""), "scopes": [SCOPES[scope] for scope in row.scopes]}
        for row in rows
    ]


@require_POST
@access(OWNS_TOKEN)
def revoke(request, token):
    revoke_token(get_object_or_404(ApiToken, pk=token, user=request.user), by=request.actor)
    messages.success(request, _("Nyckeln är borttagen och fungerar inte längre."))
    return redirect("tokens")
