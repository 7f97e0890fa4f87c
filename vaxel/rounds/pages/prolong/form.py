from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.rounds.pages.new_round.when import date_field


class ProlongForm(forms.Form):
    due = date_field(
        label=_("Ny sista svarsdag"), help_text=_("En dag efter den som gäller nu. Gäller till midnatt, svensk tid.")
    )
    whom = forms.ChoiceField(
        label=_("För vilka"),
        widget=forms.RadioSelect,
        choices=[("all", _("Alla")), ("some", _("Bara dem jag väljer"))],
    )
    bodies = forms.MultipleChoiceField(
        label=_("Mottagare som inte har svarat"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, receivers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = receivers

    def clean(self):
        data = super().clean()
        if data.get("whom") == "some" and not data.get("bodies") and "bodies" not in self.errors:
            self.add_error("bodies", now_("Välj minst en mottagare, eller förläng för alla."))
        return data

    def chosen(self):
        """Ids of those chosen, None for all."""
        if self.cleaned_data["whom"] == "all":
            return None
        return [int(body) for body in self.cleaned_data["bodies"]]

    def day(self):
        """The date as far as it is readable, also when something else in the form is wrong."""
        if not self.is_bound:
            return None
        self.is_valid()
        return self.cleaned_data.get("due")
