"""A coordinator registers what a body sent some other way, with what it sent attached."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.files import ACCEPT
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.answers import answer_on_behalf
from vaxel.rounds.commands.preparing import prepared
from vaxel.rounds.forms.answer_form import AnswerForm
from vaxel.rounds.forms.cards import sections_of
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.delivery.found import found, questions_of
from vaxel.rounds.permissions import REGISTERS_FOR_DELIVERY
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/register_answer/page.html"


@access(REGISTERS_FOR_DELIVERY)
def register_answer(request, round, body):
    delivery = found(request)
    form = _form(delivery, request)
    if request.method == "POST" and form.is_valid() and _registered(request, delivery, form):
        messages.success(request, _("Svaret är registrerat. Organisationen ser att ni gjorde det, och källan."))
        return redirect("delivery", round, body)
    context = {
        "delivery": delivery,
        "round": delivery.round,
        "body_name": at(today()).names([delivery.body_id]).get(delivery.body_id, ""),
        "form": form,
        "sections": sections_of(form.questions, form, values=form.fitting() if form.is_bound else form.values),
        "total": len(form.questions),
        "key": request.POST.get("key") or idempotency_key(),
    }
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _form(delivery, request):
    """The answer form with a field for the source; a file in an answer can only be given by the body itself."""
    ready = prepared(delivery)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AnswerForm(questions_of(delivery), *posted, values=ready.values if ready else None)
    form.fields["source"] = forms.FileField(
        label=_("Det som organisationen skickade in"),
        help_text=_("Brevet, filen eller protokollet. Det sparas som källa till svaret."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    return form


def _registered(request, delivery, form):
    values = {key: value for key, value in form.fitting().items() if key != "source" and value is not None}
    source = form.cleaned_data["source"]
    try:
        answer_on_behalf(
            delivery, values, source, by=request.actor, key=request.POST.get("key"), received_at=request.received_at
        )
    except Refusal as no:
        problems = getattr(no, "problems", {no.field: no.message})
        if not set(problems) <= set(form.fields):
            raise
        for key, message in problems.items():
            form.add_error(key, message)
        return False
    return True
