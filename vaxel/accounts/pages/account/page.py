from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.db.models import F
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.accounts.models import User
from vaxel.accounts.pages.rhythm.page import choices_for


@access(SIGNED_IN)
def account(request):
    kinds = list(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "rhythms": choices_for(request.user),
        "has_app": Authenticator.Type.TOTP in kinds,
        "keys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_second_factor": {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN} & set(kinds),
    }
    return render(request, "accounts/pages/account/page.html", context)


@require_POST
@access(SIGNED_IN)
def log_out_everywhere(request):
    User.objects.filter(pk=request.user.pk).update(logins_ended=F("logins_ended") + 1)
    logout(request)
    messages.success(request, _("Ni är utloggad på alla datorer och telefoner."))
    return redirect("account_login")
