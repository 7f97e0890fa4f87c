"""The questions as a file: of a round to those who read it, of a template to those who read that."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from vaxel.accounts.access import access
from vaxel.files import send_bytes
from vaxel.rounds import documents
from vaxel.rounds.models import Round, Template
from vaxel.rounds.permissions import READS_ROUND, READS_TEMPLATE

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@access(READS_ROUND)
def questions_file(request, round, extension):
    """`?mottagare=` prints what that body is asked; else every section stands there, with whom it is for."""
    found = get_object_or_404(Round.objects.select_related("template_version__template", "owner"), pk=round)
    if found.template_version_id is None:
        raise Http404
    return as_file(_part(found, request.GET.get("mottagare", "")) or found, found.title, extension)


def _part(round, body):
    known = body.isascii() and body.isdigit() and len(body) < 19
    return round.deliveries.filter(body=body).select_related("round").first() if known else None


@access(READS_TEMPLATE)
def template_file(request, template, extension):
    found = get_object_or_404(Template, pk=template)
    version = found.versions.select_related("template").order_by("-number").first()
    return as_file(version, found.title, extension)


def as_file(asked, title, extension):
    """`asked` is a round, a body's part of one, or a version."""
    if extension == "docx":
        return send_bytes(f"{title}.docx", WORD, documents.questions_docx(asked))
    if extension == "pdf":
        return send_bytes(f"{title}.pdf", "application/pdf", documents.questions_pdf(asked))
    raise Http404
