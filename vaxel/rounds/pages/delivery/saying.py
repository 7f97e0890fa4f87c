"""What the body says instead of an answer, or about it: one page each, asking for what is needed and no more."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.rounds.commands import answers, deliveries
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.pages.delivery.look import look
from vaxel.rounds.pages.delivery.page import PAGE
from vaxel.rounds.permissions import (
    ACTS_FOR_DELIVERY,
    APPROVES_UNIT,
    CONFIRMS_DELIVERY,
    DECIDES_DELIVERY,
    REQUESTS_COMPLETION,
)
from vaxel.ui.refusal import Refusal

SAY = "rounds/pages/delivery/say.html"


@access(CONFIRMS_DELIVERY)
@require_POST
def confirm(request, round, body):
    deliveries.confirm_receipt(found(request), **_act(request))
    messages.success(request, _("Mottagandet är bekräftat."))
    return redirect("delivery", round, body)


@access(APPROVES_UNIT)
@require_POST
def approve(request, round, body):
    answers.approve_unit(found(request), **_act(request))
    messages.success(request, _("Svaret är godkänt."))
    return redirect("delivery", round, body)


@access(DECIDES_DELIVERY)
@require_POST
def decide(request, round, body):
    delivery = found(request)
    if request.POST.get("do") != "back":
        answers.decide(delivery, **_act(request), version=request.POST.get("version", ""))
        messages.success(request, _("Svaret är beslutat och skickat. Här är kvittensen."))
        return redirect("delivery", round, body)
    try:
        answers.send_back(delivery, request.POST.get("note", ""), by=request.actor)
    except Refusal as no:
        if no.field != "note":
            raise
        return render(request, PAGE, look(request, delivery) | {"note_error": no.message}, status=422)
    messages.success(request, _("Svaret är tillbaka hos den som skrev det. Inget har skickats."))
    return redirect("delivery", round, body)


class ReasonForm(forms.Form):
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=4000)

    def __init__(self, *args, label, help_text="", required=True, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        field.label, field.help_text, field.required = label, help_text, required


@dataclass(frozen=True)
class Saying:
    """The words of one page; `reason` asks for one (label, help_text, required), None asks for nothing."""

    heading: str
    lead: str
    label: str
    done: str
    reason: dict | None = None


def _say(request, delivery, saying, do):
    """`do(delivery, reason)` is done when the page is posted; its refusal stands at the field."""
    form = ReasonForm(request.POST or None, **saying.reason) if saying.reason else None
    if request.method == "POST" and (form is None or form.is_valid()) and _done(delivery, form, do):
        messages.success(request, saying.done)
        return redirect("delivery", delivery.round_id, delivery.body_id)
    context = {"delivery": delivery, "round": delivery.round, "form": form, "words": saying, "key": idempotency_key()}
    return render(request, SAY, context, status=422 if form and form.errors else 200)


def _done(delivery, form, do):
    try:
        do(delivery, form.cleaned_data["reason"] if form else "")
    except Refusal as no:
        if form is None or no.field not in form.fields:
            raise
        form.add_error(no.field, no.message)
        return False
    return True


@access(ACTS_FOR_DELIVERY)
def nothing(request, round, body):
    saying = Saying(
        heading=_("Ni har inget att redovisa."),
        lead=_("Det räknas som ett svar. Ni blir inte påminda, och avsändaren ser att ni har sett frågorna."),
        label=_("Skicka: inget att redovisa"),
        done=_("Skickat: inget att redovisa. Här är kvittensen."),
        reason={"label": _("Vill ni säga varför?"), "required": False},
    )
    act = _act(request)
    return _say(request, found(request), saying, lambda d, note: deliveries.nothing_to_report(d, note, **act))


@access(ACTS_FOR_DELIVERY)
def decline(request, round, body):
    saying = Saying(
        heading=_("Ni avstår från att svara."),
        lead=_("Den som avstår räknas inte som att svaret saknas. Ni blir inte påminda."),
        label=_("Avstå"),
        done=_("Ni har avstått. Här är kvittensen."),
        reason={"label": _("Varför avstår ni?"), "help_text": _("Avsändaren och länet ser skälet.")},
    )
    act = _act(request)
    return _say(request, found(request), saying, lambda d, reason: deliveries.decline(d, reason, **act))


@access(ACTS_FOR_DELIVERY)
def withdraw(request, round, body):
    saying = Saying(
        heading=_("Ni drar tillbaka svaret."),
        lead=_("Det räknas inte längre. Texten finns kvar, och ni kan skicka ett nytt svar medan svarstiden löper."),
        label=_("Dra tillbaka svaret"),
        done=_("Svaret är tillbakadraget."),
    )
    act = _act(request)
    return _say(request, found(request), saying, lambda d, _reason: answers.withdraw(d, **act))


@access(REQUESTS_COMPLETION)
def completion(request, round, body):
    saying = Saying(
        heading=_("Begär komplettering."),
        lead=_("Svaret gäller tills de har skickat ett nytt. De får ett mejl, och ert skäl står överst på deras sida."),
        label=_("Begär komplettering"),
        done=_("Komplettering är begärd."),
        reason={"label": _("Vad behöver kompletteras, och varför?")},
    )
    act = _act(request)
    return _say(request, found(request), saying, lambda d, reason: deliveries.request_completion(d, reason, **act))


def _act(request):
    return {"by": request.actor, "key": request.POST.get("key"), "received_at": request.received_at}
