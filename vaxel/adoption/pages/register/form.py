"""One minute on a phone: how far, since when, and what it rests on if one wishes to say."""

from django import forms
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from vaxel import files
from vaxel.adoption.commands.steps import EARLIEST
from vaxel.adoption.domain.stages import AdoptionStage
from vaxel.adoption.words import DOES, EXPLAINED
from vaxel.calendar.clock import today
from vaxel.calendar.fields import SwedishDateField
from vaxel.rounds.models import Delivery
from vaxel.rounds.words import capital

ORDER = (
    AdoptionStage.EXPLORING,
    AdoptionStage.INSTALLING,
    AdoptionStage.INITIAL_USE,
    AdoptionStage.FULL_USE,
    AdoptionStage.NOT_RELEVANT,
    AdoptionStage.RETIRED,
)


class Files(forms.FileInput):
    """Several at a time: a list, which Django's field for a file takes for none."""

    allow_multiple_selected = True


class StageForm(forms.Form):
    use_required_attribute = False
    stage = forms.ChoiceField(
        label=_("Hur långt har ni kommit?"),
        widget=forms.RadioSelect(attrs={"class": "outlined"}),
        error_messages={"required": _("Välj hur långt ni har kommit.")},
    )
    happened_on = SwedishDateField(
        label=_("Sedan när?"),
        help_text=_("Den dag det hände. Den får ligga tillbaka i tiden."),
        earliest=EARLIEST,
        latest=today,
    )
    text = forms.CharField(
        label=_("Vad bygger det på?"),
        required=False,
        max_length=2000,
        help_text=_("Några ord räcker. För ”inte aktuellt”: skriv varför."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    indicator = forms.CharField(
        label=_("Mått som visar det"), required=False, max_length=200, help_text=_("Namnet på ett mått ni följer.")
    )
    delivery = forms.ChoiceField(label=_("Ett svar ni har lämnat"), required=False)
    uploads = forms.Field(label=_("Bifoga en fil"), required=False, widget=Files(attrs={"accept": files.ACCEPT}))
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, answers=(), without=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [(int(stage), _option(stage)) for stage in ORDER]
        if without:  # a correction may take a step away without saying another
            self.fields["stage"].choices.append((int(AdoptionStage.NONE), _("Uppgiften ska inte finnas alls")))
        self.fields["delivery"].choices = [("", _("inget")), *answers]
        if not answers:
            del self.fields["delivery"]

    def answer(self, body):
        chosen = self.cleaned_data.get("delivery")
        return Delivery.objects.filter(pk=int(chosen), body=body).first() if chosen else None


def _said(stage):
    return format_html('<b>{}</b> <span class="hint">{}</span>', capital(DOES[stage]), EXPLAINED[stage])


_option = lazy(_said, str)
