"""One button: a draft requisition to every receiver, made from the agreement."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.funding.commands.calling import call_for_requisitions
from vaxel.funding.pages.requisition.found import decided_agreement
from vaxel.funding.permissions import CALLS_FOR_REQUISITIONS


@require_POST
@access(CALLS_FOR_REQUISITIONS)
def call_requisition(request, agreement):
    found = decided_agreement(agreement)
    call = call_for_requisitions(
        found,
        by=request.actor,
        attested="attested" in request.POST,
        payer_org_number=request.POST.get("payer_org_number", ""),
    )
    messages.success(request, _("Utkastet är gjort. Läs igenom det och skicka det när ni vill."))
    return redirect("round", call.round_id)
