"""A file in an answer, to those who may open the answer."""

from django.http import Http404

from vaxel import files
from vaxel.accounts.access import access
from vaxel.rounds.commands.answer_files import answer_files
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.permissions import READS_ANSWERS
from vaxel.rounds.queries.answers import standing_answer


@access(READS_ANSWERS)
def file(request, round, body, file):
    delivery = found(round, body)
    if delivery.body_id not in request.actor.body_ids and str(file) not in _sent(delivery):
        raise Http404
    attachment = answer_files(delivery).filter(public_id=file).first()
    if attachment is None:
        raise Http404
    return files.serve(attachment)


def _sent(delivery):
    """Ids of the files in the answer that stands; a draft's are the body's own."""
    standing = standing_answer(delivery)
    values = standing.values.values() if standing else ()
    return {value["id"] for value in values if isinstance(value, dict) and "id" in value}
