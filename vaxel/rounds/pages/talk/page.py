"""A round's questions and answers: receivers ask, the sender answers, what helps others is shown to all."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.rounds.commands.talk import ask, reply
from vaxel.rounds.models import Delivery, Enquiry
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.permissions import READS_ROUND, is_sender
from vaxel.rounds.queries.talk import talk
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/talk/page.html"


@access(READS_ROUND)
def talk_page(request, round):
    found = round_of(round)
    if request.method != "POST":
        return render(request, PAGE, _context(request, found))
    try:
        said = _reply(request, found) if "enquiry" in request.POST else _ask(request, found)
    except Refusal as no:
        return render(request, PAGE, _context(request, found, no), status=no.status)
    messages.success(request, said)
    return redirect("round_talk", found.pk)


def _ask(request, found):
    if request.actor.current is None:
        raise Http404
    ask(found, request.actor.body_id, request.POST.get("text", "")[:4000], by=request.actor)
    return _("Frågan är skickad till avsändaren. Ni får ett mejl när den är besvarad.")


def _reply(request, found):
    written = request.POST["enquiry"]
    enquiry = Enquiry.objects.filter(
        round=found, pk=int(written) if written.isascii() and written.isdigit() and len(written) < 19 else 0
    ).first()
    if enquiry is None:
        raise Http404
    publish = request.POST.get("publish") == "on"
    reply(enquiry, request.POST.get("text", "")[:4000], publish, by=request.actor)
    return (
        _("Svaret visas nu för alla mottagare, utan vem som frågade.")
        if publish
        else _("Svaret har gått till den som frågade.")
    )


def _context(request, found, refusal=None):
    own = None
    if request.actor.current is not None:
        own = Delivery.objects.filter(round=found, body=request.actor.body_id, waits_at=None).first()
    return {
        "round": found,
        "talk": talk(request.actor, found, own),
        "back": reverse("round", args=[found.pk]) + "#fragor",
        "is_sender": is_sender(request.actor, found),
        "refusal": refusal,
        "written": request.POST.get("text", ""),
        "replying": request.POST.get("enquiry", ""),
    }
