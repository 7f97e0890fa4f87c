"""Units from a file: choose it, see what becomes of every row, confirm or leave it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.commands.units import confirm_import, discard_import, fingerprint, judged, read_unit_file
from vaxel.network.domain.unit_import import Fate
from vaxel.network.models import Body, UnitImport
from vaxel.network.pages.imports.form import UnitFile
from vaxel.network.pages.imports.wording import CHANGES, ONE, counts, reason
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import MANAGES_BODY, MANAGES_IMPORT
from vaxel.network.queries.asof import at
from vaxel.network.wording import listed
from vaxel.ui.refusal import Refusal

SHOWN = 500  # rows drawn of each fate; the counts are of all


@access(MANAGES_BODY)
def import_units(request, body_id):
    body = get_object_or_404(Body, pk=body_id)
    form = UnitFile(request.POST, request.FILES) if request.method == "POST" else UnitFile()
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            draft = read_unit_file(form.cleaned_data["file"], body, by=request.actor)
            return redirect("unit_import", draft.pk)
    context = {"form": form, "body": body, "name": _name(body)}
    return render(request, "network/pages/imports/choose.html", context, status=status_of(form))


@access(MANAGES_IMPORT)
def unit_import(request, import_id):
    draft = get_object_or_404(UnitImport.objects.select_related("principal"), pk=import_id)
    if request.method == "POST" and "discard" in request.POST:
        discard_import(draft, by=request.actor)
        messages.success(request, _("Filen är bortlagd. Ingenting är ändrat."))
        return redirect("units", draft.principal_id)
    if request.method == "POST":
        try:
            return _confirm(request, draft)
        except Refusal as no:
            draft.refresh_from_db()
            return _preview(request, draft, refused=no)
    return _preview(request, draft)


def _confirm(request, draft):
    accepted = {
        int(line) for line in request.POST.getlist("accept") if line.isascii() and line.isdigit() and len(line) < 9
    }
    done = confirm_import(draft, seen=request.POST.get("seen", ""), accepted=accepted, by=request.actor)
    new = ngettext("En enhet är upplagd.", "%(n)s enheter är upplagda.", done["new"]) % {"n": done["new"]}
    changed = ngettext("En är ändrad.", "%(n)s är ändrade.", done["changed"]) % {"n": done["changed"]}
    messages.success(request, f"{new} {changed}")
    return redirect("units", draft.principal_id)


def _preview(request, draft, refused=None):
    fates = judged(draft)
    context = {
        "draft": draft,
        "name": _name(draft.principal),
        "rows": len(fates),
        "counts": listed([str(said) for said in counts(fates)]),
        "groups": [_group(fate, fates) for fate in (Fate.UNSURE, Fate.REFUSED, Fate.NEW, Fate.CHANGED, Fate.UNCHANGED)],
        "seen": fingerprint(fates),
        "writes": sum(each.writes for each in fates),
        "unsure": any(each.fate == Fate.UNSURE for each in fates),
        "refused": refused,
    }
    return render(request, "network/pages/imports/preview.html", context, status=refused.status if refused else 200)


def _group(fate, fates):
    mine = [each for each in fates if each.fate == fate]
    return {
        "fate": fate,
        "label": ONE[fate],
        "count": len(mine),
        "more": max(0, len(mine) - SHOWN),
        "rows": [_line(each) for each in mine[:SHOWN]],
    }


def _line(each):
    changes = [(CHANGES[change.what], change.before, change.after) for change in each.changes]
    return {"row": each.row, "reason": reason(each), "changes": changes}


def _name(body):
    return at(today()).names([body]).get(body.pk, "")
