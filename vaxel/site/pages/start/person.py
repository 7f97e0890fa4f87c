"""The first minute of a person with a mandate: what waits, then the state of what one answers for."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaxel.calendar.clock import now, today
from vaxel.calendar.templatetags.dates import relative_day
from vaxel.composed import composed
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Body, Mandate
from vaxel.rounds.domain.kinds import RoundKind, RoundState
from vaxel.rounds.queries.mine import first_of_mine, listed
from vaxel.rounds.words import STATES, state_words
from vaxel.site.pages.inbox.gathered import waiting
from vaxel.site.pages.start.county import CountyPanel, county_panel, eight_weeks
from vaxel.ui.templatetags.numbers import in_words, in_words_capital


@dataclass(frozen=True)
class FirstMinute:
    sentence: str
    lead: str
    items: list[dict]  # what the todo component takes
    rounds: list[dict]
    county: CountyPanel | None
    weeks: list[dict]
    can_send: bool

    @property
    def is_busy(self):
        return any(bar["value"] for bar in self.weeks)


def first_minute(actor) -> FirstMinute:
    items = [_todo(item) for item in waiting(actor)]
    items.sort(key=lambda item: not item["now"])  # what needs one now first; within that as each capability orders it
    [kind] = _kind(actor.body_id)
    return FirstMinute(
        sentence=_sentence(items),
        lead=_shared(actor),
        items=items,
        rounds=[_line(one) for one in listed(first_of_mine(actor), actor)],
        county=county_panel(actor) if kind == Kind.COUNTY else None,
        weeks=eight_weeks(actor, kind),
        can_send=actor.role in (Role.SECRETARIAT, Role.COORDINATOR, Role.PROCESS_LEADER),
    )


def _sentence(waiting) -> str:
    """ "Fyra saker väntar. Två gäller den här veckan." """
    if not waiting:
        return _("Inget väntar på er just nu.")
    count, pressing = len(waiting), sum(item["now"] for item in waiting)
    first = ngettext("%(number)s sak väntar.", "%(number)s saker väntar.", count) % {"number": in_words_capital(count)}
    if count == 1:
        return f"{_('En sak väntar.')} {_('Den behöver er nu.')}" if pressing else _("En sak väntar.")
    if not pressing:
        return f"{first} {_('Inget är brådskande.')}"
    if pressing == count:
        return f"{first} {_('Båda behöver er nu.') if count == 2 else _('Alla behöver er nu.')}"
    second = ngettext("%(number)s behöver er nu.", "%(number)s behöver er nu.", pressing)
    return f"{first} {second % {'number': in_words_capital(pressing)}}"


def _shared(actor) -> str:
    """Who else looks in the same inbox: absence is normal, so it is said."""
    others = len(_others(actor.body_id, actor.role, actor.person_id, today()))
    if not others:
        return ""
    return ngettext("Inkorgen delas: ni och %(number)s till.", "Inkorgen delas: ni och %(number)s till.", others) % {
        "number": in_words(others)
    }


@composed
def _others(body_id, role, person_id, day):
    filled = Mandate.objects.at(day).filter(body=body_id, role=role).exclude(person=None)
    return filled.exclude(person__public_id=person_id).values_list("pk", flat=True)


@composed
def _kind(body_id):
    return Body.objects.filter(pk=body_id).values_list("kind", flat=True)


def _line(one) -> dict:
    """How far it has come in what one answers for, else what the own body has said; the day while it is open."""
    asks = one.round.kind != RoundKind.MAILING
    return {
        "round": one.round,
        "sender": one.sender,
        "tally": one.tally,
        "own": "" if one.own is None else state_words(one.own, asks=asks),
        "due": one.due if one.round.state == RoundState.OPEN else None,
        "state": STATES[one.round.state],
    }


def _todo(item) -> dict:
    url = reverse(item.url_name, args=item.url_args) + (f"?{item.query}" if item.query else "")
    return {
        "now": item.needs_now,
        "verb": item.verb,
        "what": item.title,
        "note": item.detail,
        "when": relative_day(item.due) if item.due else "",
        "url": url,
        "label": item.verb,
    }


def greeting() -> str:
    from django.utils import timezone

    hour = timezone.localtime(now()).hour
    return _("God morgon.") if hour < 10 else _("God dag.") if hour < 18 else _("God kväll.")
