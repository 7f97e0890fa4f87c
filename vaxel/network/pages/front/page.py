from itertools import pairwise

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.domain.sizes import COUNTY_BOUNDS, MUNICIPALITY_BOUNDS, size_class, typical
from vaxel.network.pages.day import DayForm, status_of
from vaxel.network.pages.front.form import Search
from vaxel.network.queries.overview import LEVELS, overview, tiles
from vaxel.network.queries.search import search
from vaxel.network.wording import counted, kind_name
from vaxel.ui.templatetags.numbers import count

LOOKS = ("s0", "s1", "s2", "s3", "s4")


@access(PUBLIC)
@once_for_all
def network(request):
    form = Search(request.GET or None)
    day, asked = form.day, _asked(form)
    context = {
        "form": form,
        "day_form": DayForm(request.GET or None, auto_id="day_%s"),
        "day": day,
        "is_today": day == today(),
        "on_day": "" if day == today() else f"?dag={day.isoformat()}",
        "asked": asked,
        "hits": [_hit(hit, day) for hit in search(asked, day)] if asked else [],
    }
    if request.htmx and request.htmx.target == "results":
        return render(request, "network/pages/front/page.html#results", context)
    return render(request, "network/pages/front/page.html", {**context, **_whole(day)}, status=status_of(form))


def _asked(form):
    return (form.is_valid() and form.cleaned_data["q"].strip()) or ""


def _whole(day):
    seen = overview(day)
    return {
        "counts": [counted(kind, seen.counts[kind]) for kind in LEVELS],
        "some": any(seen.counts.values()),
        "tree": seen.tree,
        "beside": [(counted(kind, len(bodies)), bodies) for kind, bodies in seen.beside],
        "municipalities": _map(day, "municipalities", Kind.MUNICIPALITY, MUNICIPALITY_BOUNDS),
        "counties": _map(day, "counties", Kind.COUNTY, COUNTY_BOUNDS),
    }


def _map(day, layout, kind, bounds):
    places = tiles(day, layout, kind)
    sizes = [people for *_, people in places if people is not None]
    return {
        "tiles": [_tile(place, bounds, day) for place in places],
        "states": _states(bounds, any(people is None for *_, people in places)),
        "typical": typical(sizes),
    }


def _tile(place, bounds, day):
    column, row, body, name, people = place
    return {
        "column": column,
        "row": row,
        "label": name,
        "state": str(size_class(people, bounds)),
        "href": _address(body, day),
    }


def _states(bounds, unknown):
    edges = [count(bound) for bound in bounds]
    labels = [
        _("under %s") % edges[0],
        *[f"{low}–{high}" for low, high in pairwise(edges)],
        _("minst %s") % edges[-1],
    ]
    states = [{"key": str(place), "label": label, "look": LOOKS[place]} for place, label in enumerate(labels)]
    return [*states, {"key": "None", "label": _("okänt"), "look": "none"}] if unknown else states


def _hit(hit, day):
    return {"hit": hit, "kind": kind_name(hit.kind), "url": _address(hit.body_id, day)}


def _address(body, day):
    """The body's page, as of the same day."""
    address = reverse("body", args=[body])
    return address if day == today() else f"{address}?dag={day.isoformat()}"
