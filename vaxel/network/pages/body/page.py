from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.domain.spark import spark
from vaxel.network.models import Body, Identity, Tie
from vaxel.network.pages.body.sections import shown
from vaxel.network.pages.day import DayForm, status_of
from vaxel.network.permissions import knows_addresses, knows_people, may_manage, reaches
from vaxel.network.queries.card import card
from vaxel.network.queries.line import line_of
from vaxel.network.queries.past import past
from vaxel.network.wording import GROUPINGS, LINEAGE, counted, kind_name, listed, role_name

LEVELS = {Kind.HEALTHCARE_REGION, Kind.COUNTY}


@access(PUBLIC)
@once_for_all
def body(request, body_id):
    form = DayForm(request.GET or None)
    found, day = get_object_or_404(Body, pk=body_id), form.day
    seen = card(found, day)
    knows = knows_people(request.actor)
    context = {
        "form": form,
        "day": day,
        "is_today": day == today(),
        "on_day": "" if day == today() else f"?dag={day.isoformat()}",
        "card": seen,
        "called": _called(seen, day),
        "groups": [(GROUPINGS.get(scheme, scheme), group) for scheme, group in seen.groups],
        "belongs": listed(seen.belongs_to),
        "under": listed([counted(kind, len(links)) for kind, links in seen.children.items() if kind in LEVELS]),
        "two_roles": len({name.kind for name in seen.names}) > 1,
        "seats": [(seat, role_name(seat.role)) for seat in seen.seats],
        "knows_people": knows,
        "knows_addresses": knows and knows_addresses(request.actor, body_id, today()),
        "line": line_of(found, day) if reaches(request.actor, body_id) else None,
        "may_manage": may_manage(request.actor, body_id, today()),
        "trail": _trail(seen),
        "below": [(counted(kind, len(links)), links) for kind, links in seen.children.items()],
        "units": _units(found, day),
        "population": _population(seen, day),
        "names": [(name, kind_name(name.kind)) for name in seen.names],
        "lineage": [(line, LINEAGE[line.kind]) for line in seen.lineage],
        "sections": shown(request, body_id, day),
        "past": past(found) if knows else [],
        "FOREVER": FOREVER,
    }
    return render(request, "network/pages/body/page.html", context, status=status_of(form))


def _trail(seen):
    """The body's place on the line map; a county in two healthcare regions has both at one stop."""
    last = len(seen.stops) - 1
    return [
        {"label": listed(names), "url": reverse("body", args=[one]) if one else "", "current": place == last}
        for place, (names, one) in enumerate(seen.stops)
    ]


def _called(seen, day):
    """ "Region 09 och kommun 0980": what it is that day, or was last."""
    now = [name for name in seen.names if name.since <= day < name.until] or seen.names[:1]
    said = [f"{kind_name(name.kind)} {name.code}" if name.kind != Kind.NATION else kind_name(name.kind) for name in now]
    return listed([each.strip() for each in said])


def _units(found, day):
    below = Tie.objects.at(day).filter(tree=Tree.GOVERNANCE, parent=found, child__kind=Kind.UNIT)
    some = Identity.objects.at(day).filter(body__in=below.values("child")).order_by("name")[:8]
    return {"count": below.count(), "some": [(unit.body_id, unit.name) for unit in some]}


def _population(seen, day):
    known = [(when, people) for when, people in seen.people if when <= day]
    if not known:
        return None
    points = spark([people for _, people in known])
    return {
        "people": known[-1][1],
        "when": known[-1][0],
        "first": known[0],
        "points": " ".join(f"{x},{y}" for x, y in points),
        "end": points[-1],
    }
