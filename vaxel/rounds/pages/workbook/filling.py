"""Fetch the workbook, send it back, see what becomes of each cell, take it in: the same for who logs in, who has a link,
and who fills in for several.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.calendar.clock import today
from vaxel.files import send_bytes
from vaxel.files.domain.sniff import ALLOWED
from vaxel.network.queries.asof import at
from vaxel.rounds.commands.workbooks import accept, fingerprint_of, judged, put_away, take_in
from vaxel.rounds.documents import BodyColumn, round_workbook
from vaxel.rounds.domain.fates import Fate
from vaxel.rounds.models import FilledWorkbook
from vaxel.rounds.pages.workbook.showing import groups, told
from vaxel.rounds.queries.answers import begun_of
from vaxel.rounds.queries.asked import Views
from vaxel.ui.refusal import Refusal

CHOOSE, PREVIEW = "rounds/pages/workbook/choose.html", "rounds/pages/workbook/preview.html"


@dataclass(frozen=True)
class Desk:
    """Where a workbook is fetched and taken in. `by()` is asked when something is done; `preview(id)` is an address."""

    round: Any
    deliveries: list
    by: Callable[[], Any]
    fetch: str
    choose: str
    preview: Callable[[int], str]
    back: str
    link: Any = None
    several: bool = False

    def mine(self, number) -> FilledWorkbook:
        """One's own, and of these bodies: somebody else's does not exist."""
        found = FilledWorkbook.objects.filter(pk=number, round=self.round, link=self.link).first()
        bodies = {delivery.body_id for delivery in self.deliveries}
        if found is None or set(found.bodies) != bodies or (self.link is None and found.by != self.by().person_id):
            raise Http404
        return found


class WorkbookForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Den ifyllda arbetsboken"),
        help_text=gettext_lazy("Xlsx, sparad i Excel, LibreOffice eller ett annat kalkylprogram."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": gettext_lazy("Välj den arbetsbok ni har fyllt i.")},
    )


def fetched(desk):
    names = at(today()).names([delivery.body_id for delivery in desk.deliveries])
    begun = begun_of(desk.deliveries)
    views = Views(desk.round)
    columns = [_column(d, names.get(d.body_id, ""), begun[d.pk].values, views) for d in desk.deliveries]
    asked = views.of([delivery.position for delivery in desk.deliveries])
    content = round_workbook(desk.round, asked, columns)
    return send_bytes(f"{desk.round.title}.xlsx", ALLOWED["xlsx"], content)


def _column(delivery, name, values, views):
    asked = frozenset(question.id for question in views.at(delivery.position)) if views.divided else None
    return BodyColumn(delivery.body_id, name, values, asked)


def choosing(request, desk):
    form = WorkbookForm(request.POST, request.FILES) if request.method == "POST" else WorkbookForm()
    if request.method == "POST" and form.is_valid() and (taken := _taken(desk, form)):
        return redirect(desk.preview(taken.pk))
    context = {"form": form, **_shown(desk)}
    return render(request, CHOOSE, context, status=422 if form.errors else 200)


def _taken(desk, form):
    try:
        return take_in(form.cleaned_data["file"], desk.round, desk.deliveries, by=desk.by(), link=desk.link)
    except Refusal as no:
        if no.field != "file":
            raise
        form.add_error("file", no.message)
        return None


def previewing(request, desk, number):
    workbook = desk.mine(number)
    if request.method == "POST" and "put_away" in request.POST:
        put_away(workbook)
        messages.success(request, _("Filen är bortlagd. Ingenting är ändrat."))
        return redirect(desk.choose)
    if request.method == "POST":
        try:
            counts = accept(workbook, desk.deliveries, seen=request.POST.get("seen", ""), by=desk.by())
        except Refusal as no:
            return _preview(request, desk, desk.mine(number), refused=no)
        messages.success(request, _("%(what)s Inget har skickats.") % {"what": _counted(counts)})
        return redirect(desk.back)
    return _preview(request, desk, workbook)


def _counted(counts):
    total = sum(counts.values())
    return ngettext("Ett svar är inläst i utkastet.", "%(n)s svar är inlästa i utkastet.", total) % {"n": total}


def _preview(request, desk, workbook, refused=None):
    found, loose = judged(workbook, desk.deliveries, by=desk.by())
    names = at(today()).names([one.delivery.body_id for one in found])
    shown = groups(found, loose, names if desk.several else {})
    context = {
        "workbook": workbook,
        "groups": shown,
        "counts": told(shown),
        "writes": sum(one.writes for one in found),
        "refusals": sum(group.count for group in shown if group.fate in REFUSALS),
        "held": [(names.get(one.delivery.body_id, ""), one.why) for one in found if one.why],
        "seen": fingerprint_of(found),
        "refused": refused,
        **_shown(desk),
    }
    return render(request, PREVIEW, context, status=refused.status if refused else 200)


REFUSALS = (Fate.REFUSED, Fate.UNKNOWN_QUESTION, Fate.NO_ID)


def _shown(desk):
    return {
        "round": desk.round,
        "fetch": desk.fetch,
        "choose": desk.choose,
        "back": desk.back,
        "several": desk.several,
        **({"trail": []} if desk.link else {}),
    }
