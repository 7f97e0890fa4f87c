"""One body's part by a link, without an account: read, confirm, answer and send, on a phone too.

Opening it writes nothing: mail scanners open links. Every act is a post from the page.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vaxel import files
from vaxel.rounds.commands import acting_by_link
from vaxel.rounds.commands.answer_files import answer_files
from vaxel.rounds.commands.documents import documents_of
from vaxel.rounds.pages.by_link.look import Addresses, look_by_link, without_names
from vaxel.rounds.pages.by_link.opening import by_link
from vaxel.rounds.pages.questions.page import as_file
from vaxel.rounds.pages.receipt.page import copy_of
from vaxel.rounds.queries.story import story

PAGE = "rounds/pages/by_link/page.html"


def token_in(request):
    return request.resolver_match.kwargs["token"]


@by_link
@require_safe
def answer(request, link):
    return render(request, PAGE, look_by_link(link, token_in(request), change="andra" in request.GET))


@by_link
@require_POST
def confirm(request, link):
    acting_by_link.confirm(link, **act(request))
    messages.success(request, _("Mottagandet är bekräftat."))
    return redirect("link_answer", token_in(request))


def act(request):
    return {"key": request.POST.get("key"), "received_at": request.received_at}


@by_link
@require_safe
def document(request, link, document):
    found = next((one for one in documents_of(link.delivery.round) if one.public_id == document), None)
    if found is None:
        raise Http404
    return files.serve(found)


@by_link
@require_safe
def questions(request, link, extension):
    round = link.delivery.round
    if round.template_version_id is None:
        raise Http404
    return as_file(round, round.title, extension)


@by_link
@require_safe
def file(request, link, file):
    """A file in this part's own answer."""
    found = answer_files(link.delivery).filter(public_id=file).first()
    if found is None:
        raise Http404
    return files.serve(found)


@by_link
@require_safe
def copy(request, link):
    return copy_of(request, link.delivery, without_names(story(link.delivery)), Addresses(token_in(request)).file)
