"""An entry made by hand is undone by another: asked about first, then done."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.funding.commands.money import undo
from vaxel.funding.models import LedgerEntry
from vaxel.funding.models.ledger import form_key
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.permissions import OWN_MONEY


@access(OWN_MONEY)
def undo_page(request, body, entry):
    found = body_of(body)
    wrong = get_object_or_404(LedgerEntry.objects.select_related("stream"), pk=entry, source=found, source_type="")
    if request.method == "POST":
        undo(wrong, by=request.actor, key=request.POST.get("key", "")[:64])
        messages.success(request, _("Rättat. Den första posten står kvar som rättad."))
        return redirect("own_money", found.pk)
    context = {"body": found, "entry": wrong, "hidden": [{"name": "key", "value": form_key()}]}
    return render(request, "funding/pages/undo_entry/page.html", context)
