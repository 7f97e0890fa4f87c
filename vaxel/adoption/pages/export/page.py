"""The figures of a thing as a table: names where one may see them, else counts with the small ones left out."""

from django.http import Http404
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import PUBLIC, access
from vaxel.adoption.pages.found import thing_of
from vaxel.adoption.pages.thing.counties import shown
from vaxel.adoption.permissions import names_seen
from vaxel.adoption.queries.stages import at_nodes, named
from vaxel.adoption.queries.vectors import lay
from vaxel.adoption.words import does
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at

FORMS = ("csv", "xlsx")


@access(PUBLIC)
def export(request, thing, form):
    if form not in FORMS:
        raise Http404
    found = thing_of(thing)
    names = names_seen(request.actor, found)
    head, rows = _named(found, names) if names.everyone else _counted(found)
    return files.spreadsheet_response(form, found.name, head, rows)


def _named(thing, names):
    stages = named(lay(thing), names)
    called = {body.pk: body for body in at(today()).named(list(stages))}
    rows = [
        [called[body].code or "", called[body].name or "", does(stage)]
        for body, stage in stages.items()
        if body in called
    ]
    return [_("kod"), _("namn"), _("införandegrad")], rows


def _counted(thing):
    """A row per county, with what the thing's page says of it and no more: what stands in several tables is hidden in all
    of them. An empty cell is a number so small, or so easily reckoned from a small one, that it is left out.
    """
    counties = list(at(today()).of_kind(Kind.COUNTY))
    tallies = at_nodes(lay(thing), [county.pk for county in counties])
    told = shown(tallies)
    head = [_("kod"), _("län"), _("alla"), _("använder fullt ut"), _("använder")]
    rows = [
        [county.code, county.name, tallies[county.pk].total, *("" if one is None else one for one in told[county.pk])]
        for county in counties
        if county.pk in told
    ]
    return head, rows
