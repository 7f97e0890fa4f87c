"""A colleague with a mandate at the body takes the delivery, or it goes back to all."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.models import Mandate
from vaxel.rounds.commands.deliveries import assign as assign_to
from vaxel.rounds.pages.delivery.found import found
from vaxel.rounds.permissions import ACTS_FOR_DELIVERY
from vaxel.ui.refusal import Refusal

PAGE = "rounds/pages/delivery/assign.html"


class AssignForm(forms.Form):
    person = forms.ChoiceField(widget=forms.RadioSelect, required=False)

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].label = _("Vem tar den?")
        self.fields["person"].choices = [*colleagues, ("", _("Ingen särskild: alla hos er ser den"))]


@access(ACTS_FOR_DELIVERY)
def assign(request, round, body):
    delivery = found(request)
    form = AssignForm(
        request.POST or None, colleagues=_colleagues(delivery), initial={"person": str(delivery.assignee or "")}
    )
    if request.method == "POST" and form.is_valid():
        try:
            assign_to(delivery, form.cleaned_data["person"] or None, by=request.actor)
        except Refusal as no:
            form.add_error("person" if no.field == "person" else None, no.message)
        else:
            messages.success(
                request,
                _("Fördelat. Kollegan har fått ett mejl.") if delivery.assignee else _("Ingen särskild har den nu."),
            )
            return redirect("delivery", round, body)
    context = {"delivery": delivery, "round": delivery.round, "form": form}
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _colleagues(delivery):
    """Everybody with a mandate at the body today, once each."""
    held = Mandate.objects.at(today()).filter(body=delivery.body_id, person__erased_at=None).exclude(person=None)
    rows = held.select_related("person").order_by("person__name", "id")
    named = {}
    for row in rows:
        label = f"{row.person.name}, {row.title}" if row.title else row.person.name
        named.setdefault(str(row.person.public_id), label)
    return list(named.items())
