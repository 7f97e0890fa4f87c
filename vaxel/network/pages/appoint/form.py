from django import forms
from django.utils.translation import gettext_lazy as _

from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.pages.day import DayField
from vaxel.network.wording import DUTIES, ROLES


class Holder(forms.Form):
    """Someone to act for the body: known by their address."""

    name = forms.CharField(label=_("Namn"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-post"), required=False)
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    invite = forms.BooleanField(
        label=_("Skicka en inbjudan till Växel"),
        required=False,
        initial=True,
        help_text=_("En länk går till adressen. Den gäller en gång, i 14 dagar."),
    )
    from_day = DayField(label=_("Från och med"), help_text=_("Tomt betyder i dag."))
    needs_holder = True

    def clean(self):
        data = super().clean()
        if data.get("name") and not data.get("email") and "email" not in self.errors:
            self.add_error("email", _("Skriv personens e-postadress: den visar vem det är."))
        if self.needs_holder and not data.get("email") and not self.errors:
            self.add_error("email", _("Skriv e-postadressen till den som ska ha uppdraget."))
        return data


class Appointment(Holder):
    role = forms.ChoiceField(label=_("Roll"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Titel"),
        max_length=120,
        required=False,
        help_text=_("Som ni säger: ekonomichef, socialchef, länssamordnare."),
    )
    deputy = forms.BooleanField(label=_("Är ersättare"), required=False)
    to_day = DayField(label=_("Slutar gälla"), help_text=_("Tomt betyder tills vidare."))
    needs_holder = False
    field_order = ["role", "name", "email", "phone", "title", "deputy", "from_day", "to_day", "invite"]

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        roles = [role for role in DUTIES if role != Role.SECRETARIAT or kind == Kind.SECRETARIAT]
        self.fields["role"].choices = [(role, f"{str(ROLES[role]).capitalize()}: {DUTIES[role]}") for role in roles]
        self.fields["name"].help_text = _("Lämna namn och e-post tomma för att lägga upp en vakant plats.")

    def clean(self):
        data = super().clean()
        start = data.get("from_day") or today()
        if data.get("to_day") and data["to_day"] <= start:
            self.add_error("to_day", _("Slutdagen måste komma efter startdagen."))
        return data

    @property
    def until(self):
        return self.cleaned_data["to_day"] or FOREVER
