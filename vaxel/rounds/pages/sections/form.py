from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.rounds.pages.new_round.when import date_field


class GiveForm(forms.Form):
    """`to`: "p" and a person's public id, or "b" and a unit's id."""

    sections = forms.MultipleChoiceField(
        label=_("Vilka avsnitt?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst ett avsnitt.")},
    )
    to = forms.ChoiceField(
        label=_("Vem ska skriva?"),
        help_text=_("En kollega hos er, eller en av era enheter. Den som skriver ser bara de avsnitt ni väljer här."),
        error_messages={
            "required": _("Välj en kollega eller en enhet."),
            "invalid_choice": _("Välj en kollega eller en enhet i listan."),
        },
    )
    ready_by = date_field(
        label=_("Klart senast"), required=False, help_text=_("Så att ni hinner läsa igenom och skicka.")
    )
    note = forms.CharField(
        label=_("Hälsning"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Visas i Växel för den som skriver, aldrig i mejlet."),
    )

    def __init__(self, *args, sections, colleagues, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sections"].choices = sections
        groups = [(_("Kollegor"), colleagues), (_("Enheter"), units)]
        self.fields["to"].choices = [("", _("Välj")), *(group for group in groups if group[1])]

    def receiver(self) -> dict:
        """As the command takes it."""
        kind, named = self.cleaned_data["to"][0], self.cleaned_data["to"][1:]
        return {"person": named} if kind == "p" else {"body": int(named)}
