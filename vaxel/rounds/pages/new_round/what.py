"""Step 1: what is sent. The precise kind, the words, who sends, the questions."""

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.rounds.domain.kinds import RoundKind
from vaxel.rounds.words import BROUGHT, KINDS

LONG = 20_000


def kind_choices(kind=None):
    """What one may make by hand; of a draft that a capability made, its own kind alone."""
    kept = {kind} if kind in BROUGHT else set(KINDS) - BROUGHT
    return [(one, word.title) for one, word in KINDS.items() if one in kept]


class What(forms.Form):
    kind = forms.ChoiceField(
        label=_("Slag"),
        widget=forms.RadioSelect,
        choices=kind_choices,  # asked each time: the reader's language
        error_messages={"required": _("Välj vad ni skickar: en redovisning, en enkät, en remiss …")},
    )
    title = forms.CharField(
        label=_("Rubrik"),
        max_length=200,
        help_text=_("Så kort att den ryms på en rad: ”Redovisning av 2019 års medel”."),
        error_messages={
            "required": _("Skriv en rubrik, så att mottagaren vet vad det gäller."),
            "max_length": _("Rubriken är %(show_value)s tecken. Skriv högst %(limit_value)s."),
        },
    )
    text = forms.CharField(
        label=_("Text till mottagarna"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_(
            "Vad ni vill veta, varför, och vad ni gör med svaren. Markdown: **fetstil**, - punktlista, [länk](https://…)."
        ),
    )
    replaces = forms.CharField(
        label=_("Ersätter"),
        max_length=300,
        required=False,
        help_text=_("Vilken tidigare uppgift försvinner? Lämnas det tomt visas ”ny uppgift” för alla."),
    )
    template_version = forms.ChoiceField(
        label=_("Frågor"),
        required=False,
        help_text=_("Frågorna låses när ni skickar. Ett utskick behöver inga frågor."),
    )
    minutes = forms.IntegerField(
        label=_("Beräknad tid för en mottagare, minuter"),
        required=False,
        min_value=1,
        max_value=6000,
        help_text=_(
            "Låt någon som ska svara prova. Visas för mottagaren, i dess kalender och i landets samlade belastning."
        ),
        error_messages={"invalid": _("Skriv tiden i hela minuter, till exempel 25.")},
    )
    legal_basis = forms.CharField(
        label=_("Stöd i lag eller överenskommelse"),
        max_length=300,
        required=False,
        help_text=_(
            "Till exempel ”Överenskommelsen om psykisk hälsa 2026, avsnitt 4”. Tomt betyder att svaret är frivilligt."
        ),
    )
    consulted = forms.CharField(
        label=_("Vilka har hörts om frågorna"),
        max_length=300,
        required=False,
        help_text=_(
            "Till exempel två länssamordnare och en brukarorganisation. Statliga myndigheter ska samråda i förväg (1982:668)."
        ),
    )
    other_senders = forms.CharField(
        label=_("Fler avsändare"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Namn eller kod, en på varje rad. Ni själva står redan som avsändare."),
    )
    co_workers = forms.CharField(
        label=_("Medarbetare i utkastet"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("E-postadresser till dem hos andra som får läsa och skriva i utkastet. Era egna ser det redan."),
    )
    is_public = forms.BooleanField(
        label=_("Visa för alla"),
        required=False,
        help_text=_("Vem som helst kan läsa vad som frågas och hur många som har svarat, utan inloggning."),
    )
    answers_public = forms.BooleanField(
        label=_("Svaren är offentliga"),
        required=False,
        initial=True,
        help_text=_("Inkomna svar är allmänna handlingar. Fråga inte efter något som inte får lämnas ut."),
    )
    answer_by_link = forms.BooleanField(
        label=_("Svar utan konto tillåts"),
        required=False,
        initial=True,
        help_text=_(
            "Den som inte har någon som kan logga in, till exempel en vakant plats eller en brukarorganisation, får en "
            "länk som gäller det här svaret och inget annat. Kvittensen visar vart länken skickades."
        ),
    )
    forward_text = forms.CharField(
        label=_("Text för samordnaren att skicka vidare"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Några rader som länets samordnare kan klistra in i sitt eget mejl."),
    )

    def clean_kind(self):
        return RoundKind(self.cleaned_data["kind"])


def template_choices(versions):
    nothing = ("", now_("Inga frågor"))
    return [nothing, *((str(v.pk), f"{v.template.title}, {now_('version')} {v.number}") for v in versions)]
