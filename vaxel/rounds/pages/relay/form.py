from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.calendar.clock import today
from vaxel.rounds.pages.new_round.to_whom import complain_of
from vaxel.rounds.queries.pasted import resolve


class RelayForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    bodies = forms.MultipleChoiceField(label=_("Till"), required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(
        label=_("Också till"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Andra hos er som bör läsa: namn eller kod, en på varje rad. De räknas som ”även nådda” och behöver inte svara."
        ),
    )
    text = forms.CharField(
        label=_("Några ord från er"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Följer med till mottagarna i Växel. Avsändarens förslag står ifyllt."),
    )

    def __init__(self, *args, waiting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = waiting
        self.fields["bodies"].initial = [body for body, _name in waiting]

    def clean_others(self):
        found = resolve(self.cleaned_data["others"], today())
        complain_of(found)
        return list(found.body_ids)

    def clean(self):
        data = super().clean()
        if not data.get("bodies") and not data.get("others") and not self.errors:
            self.add_error("bodies", now_("Välj minst en mottagare att skicka vidare till."))
        return data

    def body_ids(self):
        return [int(body) for body in self.cleaned_data["bodies"]] + self.cleaned_data["others"]
