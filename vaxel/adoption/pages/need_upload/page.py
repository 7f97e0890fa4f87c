"""Figures of need from a file, or from the reference data: see what becomes of each row, then confirm or leave it."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.accounts.access import access
from vaxel.adoption.commands.need import (
    FIELDS,
    confirm_need,
    discard_need,
    fingerprint,
    judged,
    need_from_population,
    read_need_file,
)
from vaxel.adoption.domain.need_import import Fate
from vaxel.adoption.models import NeedSet
from vaxel.adoption.pages.found import thing_of
from vaxel.adoption.permissions import EDITS_NEED, EDITS_THING
from vaxel.calendar.clock import today
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.ui.refusal import Refusal
from vaxel.ui.templatetags.numbers import number

SHOWN = 300
FATES = {
    Fate.UNKNOWN: gettext_lazy("Ingen det är tänkt för har den koden eller det namnet"),
    Fate.NOT_A_NUMBER: gettext_lazy("Värdet är inget tal"),
    Fate.TWICE: gettext_lazy("Står på flera rader"),
    Fate.NO_FIGURE: gettext_lazy("Utan värde"),
    Fate.TAKEN: gettext_lazy("Förs in"),
}


class NeedFile(forms.Form):
    use_required_attribute = False
    label = forms.CharField(label=gettext_lazy("Vad mäter siffran?"), max_length=200, error_messages={"required": gettext_lazy("Skriv vad siffran mäter.")})  # fmt: skip
    unit = forms.CharField(label=gettext_lazy("Enhet"), max_length=60, required=False, help_text=gettext_lazy("Till exempel: per 1 000 invånare."))  # fmt: skip
    year = forms.IntegerField(
        label=gettext_lazy("År"),
        min_value=1990,
        max_value=2100,
        error_messages={"required": gettext_lazy("Skriv vilket år siffran gäller."), "invalid": gettext_lazy("Skriv året med fyra siffror.")},
    )  # fmt: skip
    source = forms.CharField(label=gettext_lazy("Källa"), max_length=200, error_messages={"required": gettext_lazy("Skriv varifrån siffran kommer.")})  # fmt: skip
    high_is_need = forms.TypedChoiceField(
        label=gettext_lazy("Vad är tecken på behov?"),
        choices=[("1", gettext_lazy("En hög siffra")), ("0", gettext_lazy("En låg siffra"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="1",
    )
    file = forms.FileField(
        label=gettext_lazy("Fil med ett värde för var och en"),
        help_text=gettext_lazy("csv eller xlsx, med en kolumn kod eller namn och en kolumn värde."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom. Välj en annan."),
        },
    )


@access(EDITS_THING)
def need_upload(request, thing):
    found = thing_of(thing)
    if request.method == "POST" and "folkmangd" in request.POST:
        return redirect("need_preview", need_from_population(found, by=request.actor).pk)
    if request.method == "POST":
        form = NeedFile(request.POST, request.FILES)
    else:
        form = NeedFile(initial={"label": found.need_indicator, "year": today().year - 1, "high_is_need": "1"})
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            about = {name: form.cleaned_data[name] for name in FIELDS}
            draft = read_need_file(found, form.cleaned_data["file"], by=request.actor, **about)
            return redirect("need_preview", draft.pk)
    context = {"thing": found, "form": form}
    return render(request, "adoption/pages/need_upload/choose.html", context, status=status_of(form))


@access(EDITS_NEED)
def need_preview(request, need_set):
    draft = get_object_or_404(NeedSet.objects.select_related("thing"), pk=need_set)
    if request.method != "POST":
        return _preview(request, draft)
    if "discard" in request.POST:
        discard_need(draft, by=request.actor)
        messages.success(request, _("Filen är bortlagd. Ingenting är ändrat."))
        return redirect("thing_need", draft.thing_id)
    try:
        number_of = confirm_need(draft, seen=request.POST.get("seen", ""), by=request.actor)
    except Refusal as no:
        draft.refresh_from_db()
        return _preview(request, draft, no)
    said = ngettext("En siffra är införd.", "%(n)s siffror är införda.", number_of) % {"n": number_of}
    messages.success(request, said)
    return redirect("thing_need", draft.thing_id)


def _preview(request, draft, refused=None):
    fates = judged(draft)
    taken = sum(one.fate == Fate.TAKEN for one in fates)
    context = {
        "draft": draft,
        "thing": draft.thing,
        "heading": _("%(taken)s av filens %(all)s rader kan föras in.") % {"taken": taken, "all": len(fates)},
        "groups": [_group(fate, label, fates) for fate, label in FATES.items()],
        "seen": fingerprint(fates),
        "taken": taken,
        "refused": refused,
    }
    status = refused.status if refused else 200
    return render(request, "adoption/pages/need_upload/preview.html", context, status=status)


def _group(fate, label, fates):
    mine = [one for one in fates if one.fate == fate]
    return {
        "label": label,
        "count": len(mine),
        "rows": [
            {"row": one.row, "value": one.row.figure if one.value is None else number(one.value)}
            for one in mine[:SHOWN]
        ],
        "more": max(0, len(mine) - SHOWN),
    }
