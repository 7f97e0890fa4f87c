"""A signal in a minute on a phone: kind, a line, a few sentences, where, whom. The same fields serve the public's form."""

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel import files
from vaxel.calendar.clock import today
from vaxel.signals.commands.writing import LONGEST, Words
from vaxel.signals.queries.groups import groups_at
from vaxel.signals.queries.places import places
from vaxel.signals.words import KINDS


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else []


class FilesField(forms.Field):
    widget = ManyFiles(attrs={"multiple": True, "accept": files.ACCEPT})


class Said(forms.Form):
    """What everybody is asked, with or without a login."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=_("Vad gäller det?"),
        widget=forms.RadioSelect,
        choices=lambda: [(kind, word.one) for kind, word in KINDS.items()],
        error_messages={"required": _("Välj vad det gäller."), "invalid_choice": _("Välj vad det gäller.")},
    )
    title = forms.CharField(
        label=_("Rubrik"),
        max_length=150,
        help_text=_("En rad: ”Unga väntar länge på samtalsstöd”."),
        error_messages={
            "required": _("Skriv en rubrik, så att den som läser vet vad det gäller."),
            "max_length": _("Rubriken är %(show_value)s tecken. Skriv högst %(limit_value)s."),
        },
    )
    text = forms.CharField(
        label=_("Vad ser ni?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Några meningar räcker. Skriv inget som gör att en enskild person går att känna igen."),
        error_messages={"required": _("Skriv några meningar om vad ni ser.")},
    )
    place = forms.TypedChoiceField(
        label=_("Var?"),
        coerce=int,
        error_messages={"required": _("Välj var det gäller."), "invalid_choice": _("Välj var det gäller.")},
    )
    group = forms.ChoiceField(label=_("Vem gäller det?"), required=False)
    may_publish = forms.BooleanField(
        label=_("Får visas för alla"),
        required=False,
        help_text=_(
            "Gäller goda exempel och lovande arbetssätt: det visas först om den som tar emot det också väljer det. Ni kan ångra er."
        ),
    )

    def __init__(self, *args, country=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", now_("Välj")), *places(country=country)]
        self.fields["group"].choices = [
            ("", now_("Välj om ni vill")),
            *((one.key, one.name) for one in groups_at(today())),
        ]

    def words(self) -> Words:
        data = self.cleaned_data
        return Words(data["kind"], data["title"], data["text"], data["place"], data["group"], data["may_publish"])


class NewSignal(Said):
    uploads = FilesField(
        label=_("Bilagor"),
        required=False,
        help_text=_("Högst fem filer: pdf, Word, Excel, bilder eller text, 20 MB styck."),
    )
    own_first = forms.BooleanField(
        label=_("Låt vår egen organisation läsa först"),
        required=False,
        help_text=_("Då går signalen vidare till länet först när någon av era egna skickar den."),
    )
    field_order = ("kind", "title", "text", "place", "group", "uploads", "may_publish", "own_first")

    def __init__(self, *args, may_go_at_once=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_go_at_once:
            del self.fields["own_first"]
