"""Who a rule reaches on a day, in the order of a frame, and how it looks before it is sent."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vaxel.calendar.domain.days import week_start
from vaxel.network.domain.kinds import PRINCIPALS, Kind, Tree
from vaxel.network.models import Body, Closure, Grouping, Identity
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.audience import Audience, AudienceError, parse
from vaxel.rounds.queries.load import load
from vaxel.rounds.words import bodies as noun
from vaxel.rounds.words import capital
from vaxel.ui.refusal import Refusal

BUSY = 3  # as many rounds due in the same week, and one more is said to be much
LEVELS = (Kind.HEALTHCARE_REGION, Kind.COUNTY, *sorted(PRINCIPALS))
# Within a county: the county itself, its region, its municipalities, what lies below them.
ORDER = {Kind.NATION: 0, Kind.SECRETARIAT: 0, Kind.HEALTHCARE_REGION: 1, Kind.RESOURCE_CENTRE: 1, Kind.COUNTY: 2, Kind.REGION: 3, Kind.MUNICIPALITY: 4}


@dataclass(frozen=True)
class Preview:
    count: int
    by_kind: dict  # Gotland is among the regions and the municipalities, so these may add up to more than `count`
    by_county: dict  # county's id → number, in the order of county codes
    busy_count: int  # have BUSY rounds or more due in the same week already


def parsed(rule) -> Audience:
    try:
        return parse(rule)
    except AudienceError as error:
        raise Refusal(_(error.sentence.text) % error.sentence.values, field="audience")


def audience_bodies(rule, day) -> list[int]:
    """Ids, each once: by healthcare region, county, principal and code, then what lies in the state tree alone."""
    audience = parsed(rule)
    chosen = set(_of_rule(audience, day)) | set(Body.objects.filter(pk__in=audience.bodies).values_list("pk", flat=True))
    return in_order(chosen - set(audience.exempt), day)


def _of_rule(audience, day):
    if not audience.kinds:
        return ()
    found = Identity.objects.at(day).filter(kind__in=audience.kinds)
    if audience.areas:
        inside = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, ancestor__in=audience.areas).values("descendant")
        found = found.filter(body__in=inside) | found.filter(body__in=audience.areas)
    if audience.groups:
        found = found.filter(body__in=Grouping.objects.at(day).filter(code__in=audience.groups).values("body"))
    return found.values_list("body_id", flat=True)


def in_order(bodies, day) -> list[int]:
    """Depth first in the governance tree, so that a node's part is one range (or few, where a county is divided)."""
    called = {}
    for body, kind, code in Identity.objects.at(day).filter(_among(bodies)).values_list("body_id", "kind", "code"):
        called[body] = min(called.get(body, (9, "")), (ORDER.get(kind, 5), code))
    over = {level: _above(bodies, level, day) for level in LEVELS}

    def place(body):
        rank, code = called.get(body, (9, ""))
        path = [over[level].get(body) for level in LEVELS[:2]]
        if rank in {1, 2}:  # a healthcare region or county stands first in its own part
            path[rank - 1] = code
        principal = min(filter(None, (over[kind].get(body) for kind in LEVELS[2:])), default=None)
        path.append((rank, code) if principal is None else principal_place(over, body))
        return (not any(path[:2]), path[0] or "", path[1] or "", path[2], rank, code, body)

    return sorted(bodies, key=place)


def principal_place(over, body):
    kind = next(kind for kind in LEVELS[2:] if body in over[kind])
    return ORDER[kind], over[kind][body]


def _above(bodies, level, day):
    """Body → the code of its (first) body of that level."""
    ties = Closure.objects.at(day).filter(_among(bodies, "descendant"), tree=Tree.GOVERNANCE)
    codes = dict(Identity.objects.at(day).filter(kind=level).values_list("body_id", "code"))
    found: dict[int, str] = {}
    for body, ancestor in ties.filter(ancestor__in=list(codes)).values_list("descendant_id", "ancestor_id").iterator(5000):
        found[body] = min(found.get(body, "~"), codes[ancestor])
    return found


MOST_IN_LIST = 900  # SQLite takes 32 766 parameters, but a list of a hundred thousand helps no database


def _among(bodies, field="body"):
    from django.db.models import Q

    return Q(**{f"{field}__in": list(bodies)}) if len(bodies) <= MOST_IN_LIST else Q()


def audience_preview(rule, day, due=None) -> Preview:
    bodies = audience_bodies(rule, day)
    return Preview(
        count=len(bodies),
        by_kind=by_kind(bodies, day),
        by_county=_by_county(bodies, day),
        busy_count=_busy(bodies, due),
    )


def by_kind(bodies, day) -> dict:
    wanted = set(bodies)
    rows = Identity.objects.at(day).filter(_among(bodies)).values_list("body_id", "kind").distinct()
    return dict(Counter(Kind(kind) for body, kind in rows if body in wanted))


def _by_county(bodies, day):
    wanted = set(bodies)
    counties = [county.pk for county in at(day).of_kind(Kind.COUNTY)]
    ties = Closure.objects.at(day).filter(_among(bodies, "descendant"), tree=Tree.GOVERNANCE, ancestor__in=counties)
    pairs = set(ties.values_list("descendant_id", "ancestor_id")) | {(county, county) for county in counties}
    counted = Counter(county for body, county in pairs if body in wanted)
    return {county: counted[county] for county in counties}


def _busy(bodies, due):
    if due is None:
        return 0
    return sum(weeks[0] >= BUSY for weeks in load(bodies, [week_start(due)]).values())


def describe(rule, day) -> str:
    """"Kommuner och regioner i Dalarna, utom Orsa kommun": the rule in the reader's words. One query."""
    audience = parsed(rule)
    names = at(day).names([*audience.areas, *audience.bodies, *audience.exempt])
    parts = [capital(_joined([noun(kind, 2) for kind in audience.kinds]))] if audience.kinds else []
    if audience.areas:
        parts[0] += " " + _("i %(areas)s") % {"areas": _named(audience.areas, names)}
    if audience.groups:
        parts[0] += " " + _("i grupp %(groups)s") % {"groups": _joined(audience.groups)}
    if audience.bodies:
        parts.append(_named(audience.bodies, names))
    text = (" " + _("samt") + " ").join(parts)
    return text + (", " + _("utom %(names)s") % {"names": _named(audience.exempt, names)} if audience.exempt else "")


MOST_NAMED = 5


def _named(ids, names):
    shown = [names.get(one, _("okänd")) for one in ids[:MOST_NAMED]]
    return _joined(shown if len(ids) <= MOST_NAMED else [*shown, _("%(number)s till") % {"number": len(ids) - MOST_NAMED}])


def _joined(words):
    *first, last = [str(word) for word in words]
    return f"{', '.join(first)} {_('och')} {last}" if first else last
