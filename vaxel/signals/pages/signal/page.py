"""One signal: what has become of it, what was written, its trail; for its desk, what can be done and what is like it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from vaxel import files
from vaxel.accounts.access import access
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.signals.domain.kinds import OPEN
from vaxel.signals.models import OWNER, Signal
from vaxel.signals.pages.saying import for_desk, promise, sentence
from vaxel.signals.pages.signal import acts
from vaxel.signals.pages.signal.stops import stops
from vaxel.signals.permissions import READS_SIGNAL, erases, handles, is_author
from vaxel.signals.queries.groups import group_name
from vaxel.signals.queries.similar import similar
from vaxel.signals.queries.story import story
from vaxel.signals.words import STEPS, kind_name

PAGE = "signals/pages/signal/page.html"


@access(READS_SIGNAL)
def signal_page(request, signal):
    return shown(request, signal_of(signal))


def signal_of(number) -> Signal:
    return get_object_or_404(Signal.objects.select_related("desk", "place", "author_body", "head"), pk=number)


def shown(request, found, *, refusal=None, act="", status=200):
    """Also after a refusal: the act stays open, and what was written in it stands there still."""
    actor = request.actor
    at_desk = handles(actor, found)
    told = story(found, actor, names_people=at_desk)
    alike = similar(found, actor) if at_desk and found.state in OPEN else []
    context = {
        "signal": found,
        "line": told.line,
        "kind": kind_name(found.kind),
        "group": group_name(found.group),
        "heading": for_desk(told.line) if at_desk else sentence(told.line),
        "promise": "" if at_desk else promise(told.line),
        "stops": stops(told),
        "trail_of_steps": [step_shown(one) for one in told.trail],
        "documents": [_document(found, one) for one in told.attachments],
        "story": told,
        "similar": alike,
        "acts": acts.at_desk(actor, found, alike),
        "buttons": acts.buttons(actor, found),
        "own_acts": acts.authors(actor, found),
        "at_desk": at_desk,
        "may_erase": found.erased_at is None and erases(actor, found),
        "is_author": is_author(actor, found),
        "key": request.POST.get("key") or idempotency_key(),
        "refusal": refusal,
        "act_open": act,
        "written": request.POST.get("text", "") if refusal else "",
        "chosen": request.POST.get("to") or request.POST.get("into") or request.POST.get("destination") or "",
    }
    return render(request, PAGE, context, status=status)


def step_shown(one):
    from vaxel.calendar.templatetags.dates import moment

    sent = one.step in {"send_up", "send_across", "written"}
    what = f"{STEPS[one.step]}: {one.desk}" if sent and one.desk else str(STEPS[one.step])
    return {"what": what, "who": one.who, "when": moment(one.at), "note": one.note}


def _document(signal, one):
    return {
        "label": one.name,
        "url": reverse("signal_file", args=[signal.pk, one.public_id]),
        "kind": one.extension.upper(),
        "size": filesizeformat(one.size),
    }


@access(READS_SIGNAL)
def attachment(request, signal, file):
    found = files.Attachment.objects.of(OWNER, signal).filter(public_id=file).first()
    if found is None:
        raise Http404
    return files.serve(found)
