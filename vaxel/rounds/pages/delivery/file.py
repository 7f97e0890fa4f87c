"""A file in an answer, or the source of one registered on the body's behalf, to those who may open the answer."""

from django.http import Http404

from vaxel import files
from vaxel.accounts.access import access
from vaxel.rounds.commands.answer_files import answer_files
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.permissions import READS_ANSWERS
from vaxel.rounds.queries.answers import sources_of, standing_answer


@access(READS_ANSWERS)
def file(request, round, body, file):
    delivery = found(request)
    own = delivery.body_id in request.actor.body_ids
    attachment = next((one for one in _readable(delivery, own=own) if one.public_id == file), None)
    if attachment is None:
        raise Http404
    return files.serve(attachment)


def _readable(delivery, *, own):
    """The body itself reads all its files; others those of the answer that stands, for a draft's are the body's own."""
    standing = standing_answer(delivery)
    sent = _named(standing.values.values()) if standing else ()
    yield from (one for one in answer_files(delivery) if own or str(one.public_id) in sent)
    for answer in delivery.answers.filter(on_behalf=True):
        if own or answer == standing:
            yield from sources_of(answer)


def _named(values):
    return {value["id"] for value in values if isinstance(value, dict) and "id" in value}
