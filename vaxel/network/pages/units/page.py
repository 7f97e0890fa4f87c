from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.network.commands.bodies import create_body, set_mailbox
from vaxel.network.commands.unit_file import HEADER
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.domain.names import fold
from vaxel.network.models import Body
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.pages.units.form import Find, NewUnit
from vaxel.network.permissions import MANAGES_BODY, may_manage
from vaxel.network.queries.asof import at
from vaxel.network.queries.units import known_units, units_below
from vaxel.ui.paging import page_of
from vaxel.ui.refusal import Refusal

HOLDERS = PRINCIPALS | {Kind.UNIT}  # what a unit may belong to
MOST_PLACES = 500  # in a list to choose from; beyond that, bring a file


@access(PUBLIC)
def units(request, body_id):
    """Every unit below the body, by name."""
    body, name = _body(body_id)
    form = Find(request.GET or None)
    asked = (form.is_valid() and form.cleaned_data["q"].strip()) or ""
    page = page_of(request, units_below(body, today(), fold(asked)))
    context = {
        "body": body,
        "name": name,
        "form": form,
        "asked": asked,
        "page": page,
        "may_manage": may_manage(request.actor, body_id, today()),
        "is_principal": body.kind in PRINCIPALS,
        "holds_units": body.kind in HOLDERS,
    }
    return render(request, "network/pages/units/page.html", context)


@access(MANAGES_BODY)
def new_unit(request, body_id):
    body, name = _body(body_id)
    if body.kind not in HOLDERS:
        raise Refusal(_("Enheter hör till en region eller en kommun. Öppna den och lägg upp enheten där."), status=409)
    form = NewUnit(request.POST if request.method == "POST" else None, places=_places(body, name))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refused_in(form), transaction.atomic():
            below = Body.objects.get(pk=data["below"])
            unit = create_body(Kind.UNIT, data["name"], by=request.actor, below=below, code=data["code"])
            if data["mailbox"]:
                set_mailbox(unit, data["mailbox"], by=request.actor)
            messages.success(request, _("%(name)s är upplagd.") % {"name": data["name"]})
            return redirect("units", body_id)
    context = {"form": form, "body": body, "name": name}
    return render(request, "network/pages/units/new.html", context, status=status_of(form))


@access(MANAGES_BODY)
def template(request, body_id):
    """The file to fill in, with the units as they stand: send it back changed and only the changes are written."""
    body, name = _body(body_id)
    form = request.GET.get("som", "xlsx")
    if form not in ("xlsx", "csv"):
        raise Refusal(_("Mallen finns som xlsx och csv. Välj en av dem."), status=400)
    rows = [
        [unit.own_id, unit.name, unit.parent, unit.mailbox] for unit in known_units(body, today()) if not unit.ended
    ]
    return files.spreadsheet_response(form, f"enheter {name}", HEADER, sorted(rows, key=lambda row: row[0]))


def _body(body_id):
    body = get_object_or_404(Body, pk=body_id)
    return body, at(today()).names([body]).get(body_id, "")


def _places(body, name):
    """The body itself, and the units one may put another below."""
    below = units_below(body, today())[:MOST_PLACES].values_list("pk", "name")
    return [(body.pk, name), *below]
