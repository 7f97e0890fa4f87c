"""Whoever answers by a link says who they are: kept beside the receipt, and never taken for an identity."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from vaxel.ui.refusal import Refusal

NAME_FIRST = _("Skriv ert namn, så att det framgår vem som svarade.")


class SignForm(forms.Form):
    name = forms.CharField(
        label=_("Ert namn"),
        max_length=120,
        error_messages={"required": NAME_FIRST},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    title = forms.CharField(
        label=_("Er titel eller roll"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )


class SignedReason(SignForm):
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=4000)
    field_order = ("reason", "name", "title")

    def __init__(self, *args, label, required, help_text="", **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        field.label, field.help_text, field.required = label, help_text, required


def signed(request, form, do, told):
    """`do(cleaned data)` when the form holds, then back to the page with what `told(its answer)` says. None: mend the form."""
    if not form.is_valid():
        return None
    try:
        done = do(form.cleaned_data)
    except Refusal as no:
        if no.field not in form.fields:
            raise
        form.add_error(no.field, no.message)
        return None
    messages.success(request, told(done))
    return redirect("link_answer", request.resolver_match.kwargs["token"])
