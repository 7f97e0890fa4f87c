import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.accounts.domain.tokens import Scope
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.network.commands.tokens import LONGEST, LONGEST_NAME
from vaxel.network.wording import role_name

SCOPES = {
    Scope.READ: _("Läsa det jag får läsa"),
    Scope.ANSWER: _("Bekräfta, skicka vidare och svara"),
    Scope.SEND: _("Skriva, skicka, påminna och återkoppla"),
}


class NewToken(forms.Form):
    name = forms.CharField(
        label=_("Vad är nyckeln till för?"), max_length=LONGEST_NAME, help_text=_("t.ex. Diariets koppling")
    )
    mandate = forms.TypedChoiceField(label=_("Med vilket uppdrag?"), coerce=int, widget=forms.RadioSelect)
    scopes = forms.MultipleChoiceField(
        label=_("Vad får den göra?"),
        choices=list(SCOPES.items()),
        initial=[Scope.READ],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Aldrig mer än uppdraget självt får. Välj så lite som räcker."),
    )
    expires_on = SwedishDateField(label=_("Slutar gälla"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        labels = [(one.id, f"{one.body_name}: {role_name(one.role)}") for one in actor.mandates]
        self.fields["mandate"].choices = labels
        self.fields["mandate"].initial = actor.mandate_id
        self.fields["expires_on"].initial = today() + LONGEST - dt.timedelta(days=1)
