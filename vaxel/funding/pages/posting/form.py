from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from vaxel.funding.documents.vouchers import SUGGESTED_INCOME, Accounts

DIGITS = RegexValidator(r"^[0-9]{2,10}\Z", _("Skriv bara siffror, två till tio."))


def account(label, help_text):
    digits = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 10})
    return forms.CharField(label=label, help_text=help_text, max_length=10, validators=[DIGITS], widget=digits)


class AccountsForm(forms.Form):
    """All by hand: the body's own chart of accounts decides, what stands there from the start is a suggestion."""

    fordran = account(_("Konto för fordran eller bank"), _("Där pengarna kommer in och går ut."))
    intakt = account(
        _("Konto för statsbidraget"),
        _(
            "Förslag: 351 i Kommun-Bas, bidrag från staten. Ert eget konto, eller ett skuldkonto tills medlen är använda."
        ),
    )
    kostnad = account(_("Konto för det ni lämnar vidare"), _("Till en annan kommun, en region eller en gemensam pott."))
    projekt = forms.CharField(
        label=_("Projekt"), required=False, max_length=20, help_text=_("Om ni har ett för medlen.")
    )
    serie = forms.CharField(
        label=_("Verifikationsserie"), required=False, max_length=5, help_text=_("Tom: ert ekonomisystem väljer.")
    )

    SUGGESTED = {"intakt": SUGGESTED_INCOME}

    @property
    def accounts(self) -> Accounts:
        said = self.cleaned_data
        return Accounts(said["fordran"], said["intakt"], said["kostnad"], said["serie"], said["projekt"])
