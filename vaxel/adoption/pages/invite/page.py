"""A body invites a peer to look at how it uses something."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.accounts.access import access
from vaxel.adoption.commands.checks import invite_check
from vaxel.adoption.pages.found import body_of, thing_of
from vaxel.adoption.permissions import REGISTERS
from vaxel.calendar.clock import today
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.naming import body_meant
from vaxel.ui.refusal import Refusal


class Invitation(forms.Form):
    use_required_attribute = False
    peer = forms.CharField(
        label=gettext_lazy("Vem bjuder ni in?"),
        max_length=120,
        help_text=gettext_lazy("Namnet på en kommun, en region, en verksamhet eller en brukarorganisation."),
        error_messages={"required": gettext_lazy("Skriv vem ni bjuder in.")},
    )
    message = forms.CharField(
        label=gettext_lazy("Vad vill ni att de tittar på?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_peer(self):
        try:
            return body_meant(self.cleaned_data["peer"], today())
        except Refusal as no:
            raise forms.ValidationError(no.message) from no


@access(REGISTERS)
def invite_page(request, body, thing):
    found, about = body_of(body), thing_of(thing)
    form = Invitation(request.POST) if request.method == "POST" else Invitation()
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            data = form.cleaned_data
            made = invite_check(about, found, data["peer"], by=request.actor, message=data["message"])
            messages.success(request, _("Inbjudan är skickad."))
            return redirect("peer_check", made.pk)
    context = {"body": found, "thing": about, "form": form}
    return render(request, "adoption/pages/invite/page.html", context, status=status_of(form))
