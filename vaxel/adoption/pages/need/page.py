"""Spread against need: are those with the greatest need reached? Names for those who may see them, else counts."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.adoption.domain.small import veiled
from vaxel.adoption.pages.export.page import FORMS
from vaxel.adoption.pages.found import thing_of
from vaxel.adoption.pages.need.shown import NAMES, head, legend, lines
from vaxel.adoption.pages.wording import number as in_number
from vaxel.adoption.permissions import edits_thing, names_seen
from vaxel.adoption.queries.need import against_need, unreached
from vaxel.adoption.queries.stages import named
from vaxel.adoption.queries.vectors import lay
from vaxel.adoption.words import does
from vaxel.calendar.clock import today
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.words import capital
from vaxel.ui.templatetags.numbers import count, number

PAGE = "adoption/pages/need/page.html"
SHOWN = 400  # of each part; the file has them all


@access(PUBLIC)
def need_page(request, thing):
    found = thing_of(thing)
    laid, names = lay(found), names_seen(request.actor, found)
    need = against_need(laid)
    waiting = _waiting(need, named(laid, names)) if need and names else []
    context = {
        "thing": found,
        "need": need.need if need else None,
        "heading": _heading(found, need, exact=names.everyone),
        "lead": _lead(need, exact=names.everyone),
        "lines": lines(need, exact=names.everyone) if need else [],
        "head": head(),
        "legend": legend(),
        "greatest": [one for one in waiting if one["quartile"] == 4][:SHOWN],
        "great": [one for one in waiting if one["quartile"] == 3][:SHOWN],
        "waiting": len(waiting),
        "exact": names.everyone,
        "named": bool(names),
        "may_edit": edits_thing(request.actor, found),
    }
    return render(request, PAGE, context)


def _heading(thing, need, *, exact):
    """ "Av de 73 med störst behov använder 31 Vård- och insatsprogram ADHD." """
    if need is None:
        return _("Behovet av %(name)s är inte inläst.") % {"name": thing.name}
    if need.parts[0].quartile != 4:
        return _("Siffrorna skiljer inte ut dem med störst behov av %(name)s.") % {"name": thing.name}
    greatest = need.parts[0].tally
    return _("Av de %(all)s med störst behov använder %(some)s %(name)s.") % {
        "all": count(greatest.total),
        "some": in_number(_seen(greatest, exact)),
        "name": thing.name,
    }


def _lead(need, *, exact):
    least = next((part for part in need.parts if part.quartile == 1), None) if need else None
    if least is None:
        return ""
    return _("Bland de %(all)s med minst behov använder %(some)s det.") % {
        "all": count(least.tally.total),
        "some": in_number(_seen(least.tally, exact)),
    }


def _seen(tally, exact):
    return tally.in_use if exact else veiled(tally.in_use, tally.total)


def _waiting(need, stages):
    """Great need first; inside a part by name, never by figure."""
    found = unreached(need, stages)
    called = {body.pk: body for body in at(today()).named([one.body_id for one in found])}
    rows = [(one, called[one.body_id]) for one in found if called[one.body_id].name]
    rows.sort(key=lambda row: (-row[0].quartile, swedish_key(row[1].name)))
    return [
        {
            "id": body.pk,
            "name": body.name,
            "code": body.code,
            "need": capital(str(NAMES[one.quartile])),
            "quartile": one.quartile,
            "value": number(one.value),
            "does": does(one.stage),
        }
        for one, body in rows
    ]


@access(PUBLIC)
def need_export(request, thing, form):
    if form not in FORMS:
        raise Http404
    found = thing_of(thing)
    laid, names = lay(found), names_seen(request.actor, found)
    need = against_need(laid)
    if need is None:
        raise Http404
    title = _("%(name)s mot behov") % {"name": found.name}
    if names.everyone:
        waiting = _waiting(need, named(laid, names))
        rows = [[one["code"], one["name"], one["need"], one["value"], one["does"]] for one in waiting]
        return files.spreadsheet_response(
            form, title, [_("kod"), _("namn"), _("behov"), need.need.label, _("införandegrad")], rows
        )
    rows = [
        [line.name, *("" if cell is None else cell for cell in line.cells), line.total]
        for line in lines(need, exact=False)
    ]
    return files.spreadsheet_response(form, title, head(), rows)
