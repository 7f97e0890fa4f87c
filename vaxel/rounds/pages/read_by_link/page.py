"""The questions and documents by the link in the mail, before login. It reads only: a mail scanner that opens it changes nothing."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.documents import documents_of
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.forms.hints import how
from vaxel.rounds.links import read_link
from vaxel.rounds.pages.delivery.found import questions_of
from vaxel.rounds.pages.delivery.reading import FORMATS, documents
from vaxel.rounds.pages.questions.page import as_file
from vaxel.rounds.words import kind_of

PAGE = "rounds/pages/read_by_link/page.html"


@access(PUBLIC)
@require_safe
def read(request, token):
    delivery = read_link(token)
    round, names = delivery.round, at(today())
    questions = questions_of(delivery)
    context = {
        "round": round,
        "word": kind_of(round),
        "body_name": names.names([delivery.body_id]).get(delivery.body_id, ""),
        "senders": list(names.names([*round.senders.values_list("body_id", flat=True), round.owner_id]).values()),
        "due": delivery.last_day,
        "closed": round.state != RoundState.OPEN,
        "documents": documents(round, lambda one: reverse("delivery_link_document", args=[token, one.public_id])),
        "question_files": [
            {"label": label, "url": reverse("delivery_link_questions", args=[token, extension])}
            for extension, label in FORMATS
        ]
        if len(questions)
        else [],
        "sections": [
            (section, [(card, how(card.question)) for card in section.cards]) for section in sections_of(questions)
        ],
        "total": len(questions),
        "answer_url": reverse("delivery", args=[delivery.round_id, delivery.body_id]),
        "trail": [],
    }
    response = render(request, PAGE, context)
    response["Referrer-Policy"] = "no-referrer"  # the address is the right to read
    response["X-Robots-Tag"] = "noindex"
    return response


@access(PUBLIC)
@require_safe
def document(request, token, document):
    found = next((one for one in documents_of(read_link(token).round) if one.public_id == document), None)
    if found is None:
        raise Http404
    return files.serve(found)


@access(PUBLIC)
@require_safe
def questions(request, token, extension):
    delivery = read_link(token)
    if delivery.round.template_version_id is None:
        raise Http404
    return as_file(delivery, delivery.round.title, extension)
