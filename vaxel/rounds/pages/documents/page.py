from django.http import Http404

from vaxel import files
from vaxel.accounts.access import access
from vaxel.rounds.commands.documents import DOCUMENT, OWNER
from vaxel.rounds.permissions import READS_ROUND


@access(READS_ROUND)
def document(request, round, document):
    """A document of this very round; knowing another round's number for it is of no use."""
    found = files.Attachment.objects.of(OWNER, round, DOCUMENT).filter(public_id=document).first()
    if found is None:
        raise Http404
    return files.serve(found)
