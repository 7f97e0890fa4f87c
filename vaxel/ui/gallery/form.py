"""Every kind of field, empty and wrong."""

from django import forms


class Sample(forms.Form):
    name = forms.CharField(label="Vad heter ni?", help_text="Så som ni skriver det själva.")
    amount = forms.CharField(
        label="Hur mycket användes?",
        help_text="Hela kronor.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    day = forms.DateField(label="Sista dag", widget=forms.DateInput(attrs={"type": "date"}))
    text = forms.CharField(label="Vad gjorde ni?", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    kind = forms.ChoiceField(label="Vad gäller det?", choices=[("", "Välj"), ("a", "Redovisning"), ("b", "Enkät")])
    way = forms.ChoiceField(
        label="Hur ska det skickas?",
        help_text="Direkt når alla på en gång.",
        choices=[("direct", "Direkt"), ("steps", "Genom samordnaren")],
        widget=forms.RadioSelect,
    )
    whom = forms.MultipleChoiceField(
        label="Till vilka?",
        choices=[("a", "Norr"), ("b", "Söder"), ("c", "Öst")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label="Dokument", help_text="Word, pdf eller Excel, högst 25 MB.", required=False)
    public = forms.BooleanField(label="Svaren är offentliga", help_text="Vem som helst kan läsa dem.", required=False)


class Search(forms.Form):
    q = forms.CharField(label="Namn eller nummer", widget=forms.TextInput(attrs={"type": "search"}), required=False)
    level = forms.ChoiceField(label="Nivå", choices=[("", "Alla"), ("a", "Län"), ("b", "Kommun")], required=False)
    open = forms.BooleanField(label="Bara öppna", required=False)


def sample(prefix="a"):
    return Sample(prefix=prefix, auto_id=f"{prefix}_%s")


def wrong():
    return Sample({"b-name": "", "b-amount": "fem", "b-day": "i går", "b-kind": "", "b-text": "Ett svar."}, prefix="b")
