from django.http import Http404
from django.shortcuts import get_object_or_404

from vaxel import files
from vaxel.accounts.access import access
from vaxel.adoption.commands.steps import FILE_OWNER
from vaxel.adoption.models import AdoptionStep
from vaxel.adoption.pages.found import READS_STEPS
from vaxel.adoption.permissions import reads_own
from vaxel.files.models import Attachment


@access(READS_STEPS)
def evidence_file(request, body, thing, file):
    """A step's file goes with the step: others have it once the step is open."""
    attachment = get_object_or_404(Attachment, public_id=file, owner_type=FILE_OWNER)
    step = get_object_or_404(
        AdoptionStep.objects.select_related("opening"), pk=attachment.owner_id, body=body, thing=thing
    )
    if not reads_own(request.actor, body) and not hasattr(step, "opening"):
        raise Http404
    return files.serve(attachment)
