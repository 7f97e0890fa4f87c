"""A coordinating body passes a round on to bodies in its own part, with a text they can forward."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.accounts.access import access
from vaxel.rounds.commands.deliveries import relay as pass_on
from vaxel.rounds.models import Round
from vaxel.rounds.models.delivery import idempotency_key
from vaxel.rounds.pages.relay.below import below
from vaxel.rounds.pages.relay.letter import letter
from vaxel.rounds.permissions import RELAYS, node_asked
from vaxel.rounds.words import kind_of
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/relay/page.html"
LONGEST_TEXT = 4000


class RelayForm(forms.Form):
    bodies = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple(attrs={"class": "group"}),
        error_messages={"required": gettext_lazy("Välj minst en mottagare att skicka vidare till.")},
    )
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=LONGEST_TEXT)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bodies"].label = _("Till vilka?")
        self.fields["bodies"].choices = choices
        self.fields["text"].label = _("Några ord från er")
        self.fields["text"].help_text = _("Följer med i mejlet och på deras sida.")


@access(RELAYS)
def relay(request, round):
    found = get_object_or_404(Round.objects.select_related("owner", "frame"), pk=round)
    node = node_asked(request) or request.actor.body_id
    part = below(found, node)
    form = RelayForm(request.POST or None, choices=part.choices, initial={"bodies": part.waiting})
    if request.method == "POST" and form.is_valid() and _passed_on(request, found, node, form):
        return redirect(f"{reverse('round', args=[found.pk])}?nod={node}")
    context = {
        "round": found,
        "due_word": kind_of(found).due,
        "node": node,
        "part": part,
        "form": form,
        "letter": letter(found),
        "key": request.POST.get("key") or idempotency_key(),
    }
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _passed_on(request, found, node, form):
    bodies = [int(body) for body in form.cleaned_data["bodies"]]
    try:
        done = pass_on(
            found,
            node,
            bodies,
            by=request.actor,
            key=request.POST.get("key"),
            received_at=request.received_at,
            text=form.cleaned_data["text"],
        )
    except Refusal as no:
        if no.field not in form.fields:
            raise
        form.add_error(no.field, no.message)
        return False
    number = len(done.receipts) + len(done.also_reached)
    messages.success(request, ngettext("Skickat vidare till en.", "Skickat vidare till %(n)s.", number) % {"n": number})
    return True
