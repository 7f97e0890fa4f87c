"""Who a rule reaches on a day, in the order of a frame, and how it looks before it is sent."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from vaxel.calendar.domain.days import week_start
from vaxel.network.domain.kinds import BIT, Kind, Tree
from vaxel.network.models import Body, Closure, Grouping, Identity
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.audience import Audience, AudienceError, parse
from vaxel.rounds.queries.audience_order import Ordered, in_order
from vaxel.rounds.queries.load import busy_in
from vaxel.rounds.words import bodies as noun
from vaxel.rounds.words import capital
from vaxel.ui.refusal import Refusal

BUSY = 3  # as many rounds due in the same week, and one more is said to be much


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


def ordered(rule, day) -> Ordered:
    """Everyone the rule reaches that day, each once, in the order of a frame."""
    return in_order(chosen(rule, day), day)


def chosen(rule, day):
    """The same bodies as a queryset: for what the database adds up by itself, however many they are."""
    audience = parsed(rule)
    named = Body.objects.filter(Q(pk__in=_of_rule(audience, day)) | Q(pk__in=audience.bodies))
    return named.exclude(pk__in=audience.exempt)


def audience_bodies(rule, day) -> list[int]:
    return list(ordered(rule, day).bodies)


def _of_rule(audience, day):
    """A subquery of body ids."""
    found = Identity.objects.at(day).filter(kind__in=audience.kinds)
    if audience.areas:
        inside = Closure.objects.at(day).filter(tree=Tree.GOVERNANCE, ancestor__in=audience.areas).values("descendant")
        found = found.filter(Q(body__in=inside) | Q(body__in=audience.areas))
    if audience.groups:
        grouped = Grouping.objects.at(day).filter(code__in=audience.groups).values("body")
        found = found.filter(Q(body__in=grouped) | ~Q(kind=Kind.MUNICIPALITY))
    return found.values("body")


MOST_IN_LIST = 900  # SQLite takes 32 766 parameters, but a list of a hundred thousand helps no database


def _among(bodies, field="body"):
    return Q(**{f"{field}__in": list(bodies)}) if len(bodies) <= MOST_IN_LIST else Q()


def audience_preview(rule, day, due=None) -> Preview:
    found = ordered(rule, day)
    return Preview(
        count=len(found.bodies),
        by_kind=_by_kind(found.kinds),
        by_county=_by_county(found.bodies, day),
        busy_count=busy_in(chosen(rule, day).values("pk"), week_start(due), BUSY) if due else 0,
    )


def _by_kind(masks):
    """Only the kinds there are; one body of two kinds is in both."""
    numbers = Counter(masks)
    found = {kind: sum(number for mask, number in numbers.items() if mask & bit) for kind, bit in BIT.items()}
    return {kind: number for kind, number in found.items() if number}


def _by_county(bodies, day):
    wanted = set(bodies)
    counties = [county.pk for county in at(day).of_kind(Kind.COUNTY)]
    ties = Closure.objects.at(day).filter(_among(bodies, "descendant"), tree=Tree.GOVERNANCE, ancestor__in=counties)
    pairs = set(ties.values_list("descendant_id", "ancestor_id")) | {(county, county) for county in counties}
    counted = Counter(county for body, county in pairs if body in wanted)
    return {county: counted[county] for county in counties}


def describe(rule, day) -> str:
    """ "Kommuner och regioner i Dalarna, utom Orsa kommun": the rule in the reader's words. One query."""
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
    return _joined(
        shown if len(ids) <= MOST_NAMED else [*shown, _("%(number)s till") % {"number": len(ids) - MOST_NAMED}]
    )


def _joined(words):
    *first, last = [str(word) for word in words]
    return f"{', '.join(first)} {_('och')} {last}" if first else last
