"""The answers one may open, to take along: xlsx, csv or json, safe against formulas."""

from django.http import Http404
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import access
from vaxel.rounds.domain.basis import Basis
from vaxel.rounds.pages.compilation.joint import basis_of
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.pages.round.place import division_of, place_of
from vaxel.rounds.permissions import READS_ROUND
from vaxel.rounds.queries.division import TODAY
from vaxel.rounds.queries.exported import table

FORMS = ("xlsx", "csv", "json")


@access(READS_ROUND)
def export(request, round, form):
    found = round_of(round)
    if form not in FORMS or found.frame_id is None:
        raise Http404
    place = place_of(request, found)
    as_of = division_of(request, found, place)
    basis = basis_of(request)
    header, rows = table(found, request.actor, place.node_id, as_of, basis)
    return files.spreadsheet_response(form, _name(found, place, as_of, basis), header, rows)


def _name(found, place, as_of, basis):
    adopted = _("som-antaget") if basis == Basis.ADOPTED else ""
    division = _("dagens-indelning") if as_of == TODAY else ""
    parts = filter(None, [found.number, slugify(found.title)[:60], slugify(place.name), division, adopted])
    return "-".join(parts) or _("svar")
