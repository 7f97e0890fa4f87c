"""Anyone may say something, without a login: short, nothing personal asked for, and a way to follow it."""

from allauth.core import ratelimit
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.signals.commands.writing import say
from vaxel.signals.links import follow_path
from vaxel.signals.pages.say.form import SaySomething
from vaxel.signals.words import KINDS
from vaxel.ui.refusal import Refusal

PAGE = "signals/pages/say/page.html"
TOO_MANY = 429


@access(PUBLIC)
def say_something(request):
    form = SaySomething(request.POST or None, initial={"place": request.GET.get("plats", "")})
    if request.method == "POST" and form.is_trapped:
        return redirect("say_something")  # nothing is kept, and whoever fell into it is not told so
    if request.method == "POST" and form.is_valid() and (made := _said(request, form)):
        return redirect(follow_path(made))
    context = {
        "form": form,
        "kinds": list(zip(form["kind"], KINDS.values(), strict=True)),
        "key": request.POST.get("key") or idempotency_key(),
    }
    return render(request, PAGE, context, status=_status(form))


def _status(form):
    return getattr(form, "refused", 422) if form.is_bound and form.errors else 200


def _said(request, form):
    try:
        _not_too_many(request)
        return say(
            form.words(),
            email=form.cleaned_data["email"],
            key=request.POST.get("key", "")[:64],
            received_at=request.received_at,
        )
    except Refusal as no:
        form.add_error(no.field if no.field in form.fields else None, no.message)
        form.refused = no.status
        return None


def _not_too_many(request):
    """Counted only when something would be kept: a form filled in wrongly ten times has flooded nobody."""
    if not ratelimit.consume(request, action="say_something"):
        raise Refusal(
            _("Mycket har skrivits härifrån den senaste timmen. Vänta en stund och försök igen."), status=TOO_MANY
        )
