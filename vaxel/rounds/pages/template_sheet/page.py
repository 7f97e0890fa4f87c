"""A template drafted from a plain sheet: what becomes of every row is seen before anything is made."""

from dataclasses import asdict

from django import forms
from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vaxel import files
from vaxel.accounts.access import access
from vaxel.files import Sheet, workbook_response
from vaxel.rounds.commands.templates import LONGEST_TITLE, create_template
from vaxel.rounds.domain.sheet_questions import RowFate, SheetError, content_of, read_rows
from vaxel.rounds.forms.saying import say
from vaxel.rounds.forms.types import TYPES
from vaxel.rounds.permissions import CREATES_ROUND
from vaxel.ui.refusal import Refusal

CHOOSE, PREVIEW = "rounds/pages/template_sheet/choose.html", "rounds/pages/template_sheet/preview.html"
SALT, AN_HOUR = "vaxel.rounds.template_sheet", 3600


class SheetForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Vad ska mallen heta?"), max_length=LONGEST_TITLE)
    file = forms.FileField(
        label=gettext_lazy("Kalkylbladet med frågorna"),
        help_text=gettext_lazy("Xlsx eller csv, en fråga på varje rad."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": gettext_lazy("Välj kalkylbladet med frågorna.")},
    )


@access(CREATES_ROUND)
def template_sheet(request):
    if "rows" in request.POST:
        return _make(request)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if request.method == "POST" and form.is_valid() and (fates := _read(form)):
        return render(request, PREVIEW, _shown(form.cleaned_data["title"], fates))
    return render(request, CHOOSE, {"form": form}, status=422 if form.errors else 200)


def _read(form):
    try:
        table = files.read_table(form.cleaned_data["file"], field="file")
        return read_rows(table.header, table.records())
    except SheetError as no:
        form.add_error("file", say(no.sentence))
    except Refusal as no:
        form.add_error("file", no.message)
    return None


def _shown(title, fates):
    """What was previewed travels signed with the page: nothing is kept until the template is made."""
    taken = [fate for fate in fates if fate.why is None]
    rows = [asdict(fate) | {"why": None} for fate in taken]
    return {
        "title": title,
        "taken": [(fate, TYPES[fate.kind][0]) for fate in taken],
        "refused": [(fate, say(fate.why)) for fate in fates if fate.why],
        "rows": signing.dumps([title, rows], salt=SALT, compress=True),
    }


def _make(request):
    try:
        title, rows = signing.loads(request.POST["rows"], salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature as no:
        raise Refusal(_("Granskningen är för gammal. Välj kalkylbladet igen.")) from no
    fates = [RowFate(**{**row, "options": tuple(row["options"])}) for row in rows]
    made = create_template(by=request.actor, owner_id=request.actor.body_id, title=title, content=content_of(fates))
    messages.success(request, _("Mallen är skapad ur kalkylbladet. Läs igenom den innan ni använder den."))
    return redirect("template", made.pk)


@access(CREATES_ROUND)
@require_safe
def sample(request):
    header = [_("Avsnitt"), _("Fråga"), _("Typ"), _("Alternativ"), _("Obligatorisk"), _("Hjälptext"), _("Enhet")]
    rows = [
        [_("Medlen"), _("Hur mycket användes?"), "belopp", "", "ja", _("Räkna bara årets medel."), ""],
        ["", _("Vad användes medlen till?"), "flera val", _("Barn; Unga; Vuxna"), "nej", "", ""],
        [_("Arbetet"), _("Hur många har fått stöd?"), "tal", "", "ja", "", _("personer")],
        ["", _("Hur väl fungerar samverkan?"), "skala", "", "nej", "", ""],
        ["", _("Vad har varit svårt?"), "fritext", "", "nej", "", ""],
    ]
    return workbook_response(_("Frågor till en mall"), [Sheet(_("Frågor"), header, rows)])
