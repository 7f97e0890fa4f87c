"""A proposal that something be retired: by anyone with a mandate, with a reason."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.adoption.commands.retirements import propose_retirement
from vaxel.adoption.pages.found import thing_of
from vaxel.adoption.permissions import PROPOSES
from vaxel.network.pages.saying_no import refused_in, status_of


class Reason(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=gettext_lazy("Varför bör det fasas ut?"),
        max_length=4000,
        help_text=gettext_lazy(
            "Vad har ni sett, och vad bör användas i stället? Texten går till dem som använder det, om de tillfrågas."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Skriv varför det bör fasas ut.")},
    )


@access(PROPOSES)
def propose_page(request, thing):
    found = thing_of(thing)
    form = Reason(request.POST) if request.method == "POST" else Reason()
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = propose_retirement(found, form.cleaned_data["reason"], by=request.actor)
            messages.success(
                request, _("Förslaget är lämnat till den som ansvarar. Här följer ni vad det blir av det.")
            )
            return redirect("retirement", made.pk)
    context = {"thing": found, "form": form}
    return render(request, "adoption/pages/propose/page.html", context, status=status_of(form))
