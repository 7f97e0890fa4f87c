"""An agreement on money: begun and changed. Its streams, last days and conditions have pages of their own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.agreements import create_agreement, delete_agreement, edit_agreement, new_version
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.domain.terms import Level, Rounding
from vaxel.funding.pages.edit.form import AgreementForm, initial_of
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.permissions import EDITS_MONEY, WRITES_AGREEMENTS
from vaxel.funding.policies import why_not
from vaxel.network.pages.saying_no import refused_in, status_of

PAGE = "funding/pages/edit/page.html"


@access(WRITES_AGREEMENTS)
def new_agreement(request):
    start = {"year": today().year + 1, "rounding": Rounding.NEAREST, "level": Level.DIRECT, "unit_ore": 100}
    form = AgreementForm(request.POST) if request.method == "POST" else AgreementForm(initial=start)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = create_agreement(by=request.actor, owner_id=request.actor.body_id, **form.written())
            messages.success(request, _("Utkastet är sparat. Lägg nu till inriktningarna."))
            return redirect("money_agreement", made.pk)
    return render(request, PAGE, {"form": form, "agreement": None}, status=status_of(form))


@access(EDITS_MONEY)
def edit(request, agreement):
    found = agreement_of(agreement)
    if request.method != "POST" and (why := why_not(found.state, AgreementAct.EDIT)):
        messages.info(request, why)
        return redirect("money_agreement", found.pk)
    form = AgreementForm(request.POST) if request.method == "POST" else AgreementForm(initial=initial_of(found))
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            edit_agreement(found, by=request.actor, revision=form.cleaned_data["revision"], **form.written())
            messages.success(request, _("Ändringen är sparad."))
            return redirect("money_agreement", found.pk)
    return render(request, PAGE, {"form": form, "agreement": found}, status=status_of(form))


@require_POST
@access(EDITS_MONEY)
def delete(request, agreement):
    found = agreement_of(agreement)
    delete_agreement(found, by=request.actor)
    messages.success(request, _("Utkastet är borttaget."))
    return redirect("money")


@require_POST
@access(EDITS_MONEY)
def version(request, agreement):
    made = new_version(agreement_of(agreement), by=request.actor)
    messages.success(
        request, _("Här är ett utkast till en ny version, med samma villkor. Tills det är beslutat gäller den förra.")
    )
    return redirect("money_agreement", made.pk)
