"""The national report's tables: stream by stream, county by county, and by name for those who may see names."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.funding.domain.spending import ReportState
from vaxel.funding.models import SpendingReport
from vaxel.funding.queries.spending import StreamSums
from vaxel.funding.templatetags.kronor import kronor
from vaxel.funding.words import OUTCOMES, RECEIVERS, REPORTS
from vaxel.network.domain.names import swedish_key
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.domain.hiding import TOGETHER, held_back
from vaxel.rounds.queries.receivers import county_names
from vaxel.ui.templatetags.numbers import count

ORDER = (ReportState.NOT_IN, ReportState.DECLINED, ReportState.NOTHING, ReportState.REPORTED)


def by_stream(sums: list[StreamSums], *, exact):
    return [_line(one.stream.title, RECEIVERS[one.stream.receivers], one, exact=exact) for one in sums if one.bodies]


def by_county(spending, states, day, *, own, exact):
    """Each county's receivers, itself among them. Of one or two the sums would be somebody's own."""
    counties = _counties(states, day)
    rows = list(SpendingReport.objects.filter(spending=spending))
    names = sorted(set(counties.values()) - {""}, key=swedish_key)
    within = [{body for body, county in counties.items() if county == name} for name in names]
    said = [sum(states[body] == ReportState.REPORTED for body in bodies) for bodies in within]
    held = held_back_counties([len(bodies) for bodies in within], said)
    lines = []
    for place, (name, bodies) in enumerate(zip(names, within, strict=True)):
        mine = [row for row in rows if row.body_id in bodies]
        seen = exact or bool(bodies & own) or place not in held
        numbers = {"n": count(said[place]), "of": count(len(bodies))}
        told = _("%(n)s av %(of)s") % numbers if seen else _("visas inte")
        lines.append({"name": name, "said": told, **_sums(mine, seen)})
    return lines


def held_back_counties(asked, said) -> frozenset[int]:
    """Of so few, or with so few that have accounted; and so many more that the sums above do not give them."""
    return held_back(said, TOGETHER, held_back(asked, TOGETHER))


def _counties(states, day):
    within = county_names(list(states), day)
    own = at(day).names([body for body in states if body not in within])
    return {body: within.get(body) or own.get(body, "") for body in states}


def _sums(rows, open_to):
    return {
        name: (kronor(sum(getattr(row, f"{name}_ore") for row in rows)) if open_to and rows else "–")
        for name in ("used", "carried", "repay")
    }


def _line(title, whom, one, *, exact):
    open_to = exact or not tells_who(one.reported)
    shown = {
        name: kronor(getattr(one, name)) if open_to else _("färre än tre") for name in ("used", "carried", "repay")
    }
    return {"title": title, "whom": whom, "asked": one.bodies, "said": one.reported, "had": kronor(one.had), **shown}


def by_name(states, named, found):
    """By how it stands, what needs somebody first; with the conditions for next year."""
    names = at(today()).names(list(named))
    outcomes = {row.body: row for row in found.rows}
    groups = []
    for state in ORDER:
        bodies = sorted((one for one in named if states[one] == state), key=lambda one: swedish_key(names.get(one, "")))
        if bodies:
            lines = [_named(one, names.get(one, ""), outcomes.get(one), found.conditions) for one in bodies]
            groups.append({"state": str(state), "title": REPORTS[state], "lines": lines})
    return groups


def _named(body, name, row, conditions):
    said = zip(conditions, row.outcomes, strict=True) if row else ()
    return {"body": body, "name": name, "outcomes": [(one.text, OUTCOMES[outcome]) for one, outcome in said]}


LOOKS = (("used", "s4"), ("carried", "s3"), ("repay", "s1"))


def picture(sums: list[StreamSums], *, exact):
    """What came of all that was had: used, carried over, to be repaid; the rest is not accounted for yet."""
    total = sum(one.had for one in sums)
    if not total or not (exact or all(not tells_who(one.reported) for one in sums)):
        return None
    said = {"used": _("använt"), "carried": _("förs över"), "repay": _("betalas tillbaka")}
    ore = {name: sum(getattr(one, name) for one in sums) for name in said}
    rest = max(total - sum(ore.values()), 0)
    parts = [{"value": ore[name] // 100, "look": look, "label": said[name]} for name, look in LOOKS]
    legend = [{"label": said[name], "look": look, "sum": kronor(ore[name])} for name, look in LOOKS]
    legend.append({"label": _("inte redovisat än"), "look": "rest", "sum": kronor(rest)})
    return {"parts": parts, "total": max(total, sum(ore.values())) // 100, "legend": legend}
