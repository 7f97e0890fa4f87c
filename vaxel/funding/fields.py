"""A sum in a form: reads what people write, shows it back as they would write it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.rounds.domain.shown import kronor
from vaxel.rounds.domain.written import WrittenError, ore

LARGEST = 10**15  # öre


class KronorField(forms.Field):
    """Cleans to whole öre, never negative: "6 000 000 kr", "1,2 Mkr", "99,50"."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text", "class": "short"})
    default_error_messages = {"required": gettext_lazy("Skriv ett belopp, t.ex. 200 Mkr eller 6 000 000.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", gettext_lazy("I kronor: 6 000 000, 99,50 eller 200 Mkr."))
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return kronor(value) if isinstance(value, int) else value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        try:
            read = ore(str(value))
        except WrittenError as no:
            raise forms.ValidationError(_(no.sentence.text) % no.sentence.values)
        if read < 0:
            raise forms.ValidationError(_("Skriv beloppet utan minustecken."))
        if read > LARGEST:
            raise forms.ValidationError(_("Beloppet är för stort. Kontrollera antalet nollor."))
        return read

    def has_changed(self, initial, data):
        try:
            return initial != self.to_python(data)
        except forms.ValidationError:
            return True
