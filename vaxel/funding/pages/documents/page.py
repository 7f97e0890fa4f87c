"""The documents of an agreement: read by those who may read it, attached and removed by those who write it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel import files
from vaxel.accounts.access import access
from vaxel.funding.commands.documents import DOCUMENT, OWNER, attach, detach
from vaxel.funding.pages.found import agreement_of
from vaxel.funding.permissions import EDITS_MONEY, READS_MONEY
from vaxel.ui.refusal import Refusal


@access(READS_MONEY)
def document(request, agreement, document):
    """Of this very agreement; knowing another's number is of no use."""
    found = files.Attachment.objects.of(OWNER, agreement, DOCUMENT).filter(public_id=document).first()
    if found is None:
        raise Http404
    return files.serve(found)


@require_POST
@access(EDITS_MONEY)
def documents(request, agreement):
    """A bad file is refused in words while the rest are kept."""
    found = agreement_of(agreement)
    if chosen := request.POST.get("remove"):
        detach(found, chosen, by=request.actor)
        messages.success(request, _("Dokumentet är borttaget."))
    uploads = request.FILES.getlist("documents")
    for upload in uploads:
        try:
            attach(found, upload, by=request.actor)
        except Refusal as no:
            messages.warning(request, no.message)
    if not uploads and not chosen:
        messages.warning(request, _("Välj minst en fil."))
    return redirect("money_agreement", found.pk)
