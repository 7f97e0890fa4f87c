"""The acts, each a POST to an address of its own; a refusal shows the signal again with the words kept."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.signals.commands import authoring, becoming, handling, merging, publishing
from vaxel.signals.destinations import destination
from vaxel.signals.models import Signal
from vaxel.signals.pages.signal.page import shown, signal_of
from vaxel.signals.permissions import HANDLES_SIGNAL, WROTE_SIGNAL, reads
from vaxel.ui.refusal import Refusal


@require_POST
@access(HANDLES_SIGNAL)
def do(request, signal, act):
    return _done(request, signal, act, AT_DESK)


@require_POST
@access(WROTE_SIGNAL)
def own(request, signal, act):
    return _done(request, signal, act, OWN)


def _done(request, number, act, acts):
    found = signal_of(number)
    if act not in acts:
        raise Http404
    command, said = acts[act]
    given = {"by": request.actor, "key": request.POST.get("key", "")[:64] or None, "received_at": request.received_at}
    try:
        onward = command(request, found, given)
    except Refusal as no:
        return shown(request, signal_of(number), refusal=no, act=act, status=no.status)
    messages.success(request, said)
    if onward:
        return redirect(onward)
    return redirect("signal", number) if reads(request.actor, found) else redirect("signals")


def _text(request):
    return request.POST.get("text", "")


def _number(request, name):
    """The id chosen, or None for what is no number of ours."""
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 18 else None


def _merge(request, signal, given):
    into = Signal.objects.filter(pk=_number(request, "into")).first()
    if into is None:
        raise Refusal(now_("Välj en signal att föra ihop den med."), field="into")
    merging.merge(signal, into, _text(request), **given)


def _become(request, signal, given):
    """On to what was made, where its maker goes on writing."""
    made = becoming.become(signal, request.POST.get("destination", ""), **given)
    return destination(made.destination).edit_url(made.object_id)


def _plain(command):
    def run(request, signal, given):
        command(signal, **given)

    return run


def _worded(command):
    def run(request, signal, given):
        command(signal, _text(request), **given)

    return run


def _sent(command):
    def run(request, signal, given):
        command(signal, _text(request), to_id=_number(request, "to"), **given)

    return run


def _agree(request, signal, given):
    authoring.agree(signal, by=given["by"])


AT_DESK = {
    "ta": (_plain(handling.take_on), _("Signalen är er att ta hand om.")),
    "lagg-tillbaka": (_plain(handling.release), _("Signalen är tillbakalagd, och någon annan kan ta den.")),
    "svara": (_worded(handling.answer), _("Svaret är skickat. Den som skrev får ett mejl med en länk.")),
    "uppat": (_sent(handling.send_up), _("Signalen är skickad uppåt. Den som skrev får veta det.")),
    "at-sidan": (_sent(handling.send_across), _("Signalen är skickad vidare. Den som skrev får veta det.")),
    "for-ihop": (_merge, _("Signalerna är hopförda. Båda som skrev får samma svar.")),
    "ta-isar": (_worded(merging.unmerge), _("Signalen går åter vidare för sig.")),
    "bli": (_become, _("Gjort. Signalen och det den har lett till hänvisar till varandra.")),
    "avsluta": (_worded(handling.close), _("Signalen är avslutad.")),
    "oppna": (_worded(handling.reopen), _("Signalen är öppnad igen.")),
    "visa": (_plain(publishing.publish), _("Nu visas den för alla.")),
    "dolj": (_plain(publishing.unpublish), _("Den visas inte längre för alla.")),
}
OWN = {
    "ta-tillbaka": (_plain(authoring.withdraw), _("Signalen är tillbakatagen.")),
    "ja": (_agree, _("Ni har sagt ja till att den visas för alla. Den visas när mottagaren också väljer det.")),
    "nej": (_plain(authoring.disagree), _("Den visas inte för alla.")),
}
