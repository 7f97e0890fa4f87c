"""One list per person, across all mandates: what waits, for whom, who has taken it, the most pressing first."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vaxel.adoption.queries import waiting as of_things
from vaxel.calendar.clock import today
from vaxel.calendar.templatetags.dates import relative_day
from vaxel.composed import foresee
from vaxel.funding.queries import contracts_waiting
from vaxel.network.actor import ActiveMandate
from vaxel.network.queries import unreached as unreached_mail
from vaxel.network.queries.taking import Taken, taken
from vaxel.rounds.queries import inbox as rounds_waiting
from vaxel.rounds.queries.inbox import Item
from vaxel.signals.queries import waiting as at_desks
from vaxel.site.pages.inbox.adoption import of_adoption
from vaxel.site.pages.inbox.contracts import of_contracts
from vaxel.site.pages.inbox.money import of_money
from vaxel.ui.templatetags.numbers import in_words, in_words_capital

NOBODY = None
VIEWS = {
    "": gettext_lazy("Allt"),
    "nu": gettext_lazy("Behöver er nu"),
    "nytt": gettext_lazy("Nytt"),
    "mina": gettext_lazy("Det jag har tagit"),
    "ingen": gettext_lazy("Det ingen har tagit"),
    "besluta": gettext_lazy("Att besluta"),
    "vidare": gettext_lazy("Att skicka vidare"),
    "komplettera": gettext_lazy("Att komplettera"),
    "andrat": gettext_lazy("Har ändrats"),
}
ACTS = {"besluta": "decide", "vidare": "pass_on", "komplettera": "complete", "andrat": "review"}


@dataclass(frozen=True)
class Line:
    """What waits: what it is, by which mandate it is one's own, and who has said that they take it."""

    item: Item
    mandate: ActiveMandate
    taken: Taken | None
    mine: bool
    url: str
    when: str

    @property
    def key(self):
        return self.item.key


def gathered(actor) -> list[Line]:
    """At most a fixed number of queries for each mandate, however much waits."""
    found = taken(actor.body_ids)
    lines, seen = [], set()
    for mandate in actor.mandates:
        for item in waiting(actor.using(mandate)):
            if (mandate.body_id, item.key) not in seen:  # two mandates at one body: the same thing once
                seen.add((mandate.body_id, item.key))
                lines.append(_line(item, mandate, found.get((mandate.body_id, item.key)), actor))
    return sorted(lines, key=lambda line: (not line.item.needs_now, line.item.due is None, line.item.due or 0))


def waiting(actor) -> list[Item]:
    """By the mandate in use, as each capability orders it."""
    foresee(*(question for _waits, foreseen in WAITING for question in foreseen(actor)))
    return [item for waits, _foreseen in WAITING for item in waits(actor)]


def _line(item, mandate, who, actor):
    url = reverse(item.url_name, args=item.url_args) + (f"?{item.query}" if item.query else "")
    mine = who is not None and who.person_id == actor.person_id
    return Line(item, mandate, who, mine, url, relative_day(item.due) if item.due else "")


def shown(lines, view):
    """Those of one view; an unknown view shows all."""
    if view == "nu":
        return [line for line in lines if line.item.needs_now]
    if view == "nytt":
        return [line for line in lines if line.item.is_new]
    if view == "mina":
        return [line for line in lines if line.mine]
    if view == "ingen":
        return [line for line in lines if line.taken is NOBODY]
    return [line for line in lines if line.item.act == ACTS[view]] if view in ACTS else lines


def of_signals(actor) -> list[Item]:
    """What has been lifted from below and waits at one's desk, as one line."""
    found = at_desks.waiting(actor)
    if not found.number:
        return []
    words = ngettext("%(n)s signal väntar på svar", "%(n)s signaler väntar på svar", found.number)
    late = ngettext("%(n)s längre än utlovat", "%(n)s längre än utlovat", found.owed) % {"n": in_words(found.owed)}
    title = words % {"n": in_words_capital(found.number)}
    return [Item("signals", _("Svara"), title, late if found.owed else "", None, "signal_desk", (), bool(found.owed))]


def of_unreached(actor) -> list[Item]:
    """Mail comes back: somebody below cannot be reached until the address is mended."""
    return [
        Item(
            "mend",
            _("Rätta"),
            _("Mejl till %(name)s kommer inte fram") % {"name": one.name},
            ngettext("en adress fungerar inte", "%(n)s adresser fungerar inte", one.number)
            % {"n": in_words(one.number)},
            None,
            "contact_order",
            (one.body_id,),
            needs_now=True,
        )
        for one in unreached_mail.unreached(actor, today())
    ]


def _of_none(actor):
    return ()


# What is asked for each mandate, and what of it may be foreseen to be without an answer.
WAITING = (
    (of_unreached, unreached_mail.foreseen),
    (rounds_waiting.inbox, rounds_waiting.foreseen),
    (of_signals, at_desks.foreseen),
    (of_adoption, of_things.foreseen),
    (of_money, _of_none),
    (of_contracts, contracts_waiting.foreseen),
)
