"""The form that writes one question of a template: what its type needs, and no more."""

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from vaxel.network.domain.kinds import Kind
from vaxel.rounds.domain import editing
from vaxel.rounds.domain.question import CHOICES, Question, Questions, QuestionType
from vaxel.rounds.domain.template import MOST_DECIMALS
from vaxel.rounds.forms.columns import ColumnsField
from vaxel.rounds.forms.types import TYPES
from vaxel.rounds.words import bodies, capital

BOUND = 18  # digits and spaces of a limit
PARTS = {
    QuestionType.NUMBER: ("unit", "decimals", "min", "max"),
    QuestionType.MONEY: ("min", "max"),
    QuestionType.TEXT: ("max_length",),
    QuestionType.LONG_TEXT: ("max_length",),
    QuestionType.SCALE: ("scale_min", "scale_max", "min_label", "max_label"),
    QuestionType.TABLE: ("rows", "columns"),
    QuestionType.ONE: ("options",),
    QuestionType.MANY: ("options",),
    QuestionType.SECTION_REF: ("options",),
}


class AwaitedField(forms.CharField):
    """Asked for, and saved without: an unfinished question is told of on the page."""

    def validate(self, value):
        pass


def _lines(label, help_text, rows=5):
    return AwaitedField(label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}))


class QuestionForm(forms.Form):
    """Unfinished is allowed: what is left to mend is listed on the page, not refused here."""

    use_required_attribute = False

    label = AwaitedField(
        label=_("Frågan"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "data-focus": True})
    )
    help = forms.CharField(
        label=_("Hjälptext"),
        help_text=_("Vad som ska räknas in, var uppgiften finns."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    options = _lines(_("Svarsalternativ"), _("Ett på varje rad."))
    rows = _lines(_("Rader"), _("En på varje rad, till exempel målgrupper eller år."), 4)
    columns = ColumnsField(label=_("Kolumner"), help_text=_("Vad varje rad ska svara med."))
    unit = forms.CharField(
        label=_("Enhet"), help_text=_("Till exempel platser eller %."), required=False, max_length=30
    )
    decimals = forms.IntegerField(label=_("Decimaler"), required=False, min_value=0, max_value=MOST_DECIMALS)
    min = forms.CharField(label=_("Minsta tillåtna"), required=False, max_length=BOUND)
    max = forms.CharField(label=_("Största tillåtna"), required=False, max_length=BOUND)
    max_length = forms.IntegerField(label=_("Högst antal tecken"), required=False, min_value=1, max_value=20_000)
    scale_min = forms.IntegerField(label=_("Från"), min_value=0, max_value=10, required=False)
    scale_max = forms.IntegerField(label=_("Till"), min_value=1, max_value=10, required=False)
    min_label = forms.CharField(label=_("Ord vid det lägsta"), required=False, max_length=60)
    max_label = forms.CharField(label=_("Ord vid det högsta"), required=False, max_length=60)
    required = forms.BooleanField(
        label=_("Måste besvaras"), help_text=_("Svaret går inte att skicka utan den."), required=False
    )
    show_if = forms.MultipleChoiceField(
        label=_("Visas bara om något av detta svaras"), required=False, widget=forms.CheckboxSelectMultiple
    )
    section_ref = forms.CharField(
        label=_("Gäller avsnitt"),
        help_text=_("I dokumentet som bifogas, till exempel 3.2."),
        required=False,
        max_length=100,
    )

    def __init__(self, question: Question, questions: Questions, *args, **kwargs):
        super().__init__(*args, initial=_initial(question), prefix="e", **kwargs)
        self.question = question
        wanted = {"label", "help", "required", "section_ref", "show_if", *PARTS.get(question.type, ())}
        for name in set(self.fields) - wanted:
            del self.fields[name]
        choices = _conditions(question, questions)
        if choices:
            self.fields["show_if"].choices = choices
        else:
            del self.fields["show_if"]

    def clean_show_if(self):
        chosen = self.cleaned_data["show_if"]
        sources = {item.partition("|")[0] for item in chosen}
        if len(sources) > 1:
            raise forms.ValidationError(now_("Välj svar på en enda fråga."))
        return {"question": sources.pop(), "is": [item.partition("|")[2] for item in chosen]} if chosen else None

    def parts(self):
        """Fields in the editor's order: what is asked, what the type needs, and the rest that few need."""
        first = [self[name] for name in ("label", "help", *PARTS.get(self.question.type, ())) if name in self.fields]
        more = [self[name] for name in ("show_if", "section_ref") if name in self.fields]
        return {
            "first": first,
            "required": self["required"],
            "more": more,
            "more_open": any(_filled(field) for field in more),
        }

    def changes(self) -> dict:
        """What domain/editing.write takes."""
        data = self.cleaned_data
        found = {name: data[name] for name in ("label", "help", "unit", "min", "max", "section_ref") if name in data}
        found["required"] = data["required"]
        if "show_if" in data or "show_if" not in self.fields:
            found["show_if"] = data.get("show_if")
        if "options" in data:
            found["options"] = editing.lines(data["options"], _dicts(self.question.options))
        if "rows" in data:
            found["rows"] = editing.lines(data["rows"], _dicts(self.question.rows), "r")
            found["columns"] = data["columns"]
        if "decimals" in data:
            found["decimals"] = data["decimals"] or 0
        if "max_length" in data:
            found["max_length"] = data["max_length"]
        return found | self._scale()

    def _scale(self):
        if self.question.type is not QuestionType.SCALE:
            return {}
        data, now = self.cleaned_data, self.question.scale
        low = now.min if data["scale_min"] is None else data["scale_min"]
        high = now.max if data["scale_max"] is None else data["scale_max"]
        return {"scale": {"min": low, "max": high, "min_label": data["min_label"], "max_label": data["max_label"]}}


ASKED = (
    Kind.MUNICIPALITY,
    Kind.REGION,
    Kind.COUNTY,
    Kind.HEALTHCARE_REGION,
    Kind.RESOURCE_CENTRE,
    Kind.UNIT,
    Kind.USER_ORGANISATION,
    Kind.SUPPORT_STRUCTURE,
    Kind.AGENCY,
)


class SectionForm(forms.Form):
    title = forms.CharField(label=_("Avsnittets rubrik"), required=False, max_length=200)
    for_kinds = forms.MultipleChoiceField(
        label=_("Gäller för"),
        help_text=_(
            "Välj inget om avsnittet gäller alla mottagare. Övriga ser det inte och tillfrågas inte i den delen."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(kind, capital(bodies(kind, 2))) for kind in ASKED],
    )
    help = forms.CharField(
        label=_("Inledning"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, section, *args, **kwargs):
        super().__init__(*args, initial=_of_section(section), prefix="e", **kwargs)

    def changes(self):
        return dict(self.cleaned_data)


def _of_section(section):
    return {"title": section.title, "help": section.help, "for_kinds": [str(kind) for kind in section.for_kinds]}


def _filled(field):
    return bool(field.value()) or bool(field.errors)


def _initial(question: Question) -> dict:
    condition = question.show_if
    return {
        "label": question.label,
        "help": question.help,
        "required": question.required,
        "section_ref": question.section_ref,
        "options": "\n".join(option.label for option in question.options),
        "rows": "\n".join(row.label for row in question.rows),
        "columns": [{"id": one.id, "label": one.label, "type": str(one.type)} for one in question.columns],
        "unit": question.unit,
        "decimals": question.decimals,
        "min": question.min,
        "max": question.max,
        "max_length": question.max_length,
        "scale_min": question.scale.min,
        "scale_max": question.scale.max,
        "min_label": question.scale.min_label,
        "max_label": question.scale.max_label,
        "show_if": [f"{condition.question}|{option}" for option in condition.options] if condition else [],
    }


def _conditions(question: Question, questions: Questions):
    """The answers of every earlier choice, question by question."""
    found = []
    for number, earlier in enumerate(questions, 1):
        if earlier.id == question.id:
            return found
        if earlier.type in CHOICES and earlier.options:
            options = [(f"{earlier.id}|{option.id}", option.label) for option in earlier.options]
            found.append((f"{number}. {earlier.label or TYPES[earlier.type][0]}", options))
    return found


def _dicts(options):
    return [{"id": option.id, "label": option.label} for option in options]
