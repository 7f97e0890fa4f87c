"""The copy for the body's own register: pdf, or one line of csv. `?dnr=` is written on it and kept nowhere."""

from django.http import Http404

from vaxel.accounts.access import access
from vaxel.files import send_bytes
from vaxel.rounds import documents
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.pages.delivery.reading import answer_lines
from vaxel.rounds.pages.delivery.ticket import said_last
from vaxel.rounds.permissions import READS_ANSWERS
from vaxel.rounds.queries.answers import standing_answer
from vaxel.rounds.queries.register import own_number
from vaxel.rounds.queries.story import story

LONGEST_NUMBER = 40


@access(READS_ANSWERS)
def copy(request, round, body):
    delivery = found(request)
    return copy_of(request, delivery, story(delivery))


def copy_of(request, delivery, receipts, urls=None):
    """`receipts` as the reader may see them; `urls`: see answer_lines."""
    told = said_last(delivery, receipts, reads=not delivery.round.template_version_id)
    if told is None:
        raise Http404
    standing = standing_answer(delivery)
    sections = answer_lines(delivery, standing, urls=urls) if standing else []
    written = request.GET.get("dnr", "").strip()[:LONGEST_NUMBER]
    own = written or own_number(delivery.body_id, delivery.round_id)
    made = documents.register_copy(delivery, told, sections, own)
    if request.GET.get("format") == "csv":
        return send_bytes(f"kvittens {made.number}.csv", "text/csv; charset=utf-8", documents.receipt_csv(made))
    return send_bytes(f"kvittens {made.number}.pdf", "application/pdf", documents.receipt_pdf(made))
