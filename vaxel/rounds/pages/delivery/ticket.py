"""The receipt of what the body has said, like a ticket: who, when, number."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import moment
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import DONE, Step, outcome
from vaxel.rounds.queries.story import latest
from vaxel.text.language import written

SAID = {
    Step.ANSWERED: gettext_lazy("Svaret är skickat"),
    Step.NOTHING_TO_REPORT: gettext_lazy("Inget att redovisa"),
    Step.DECLINED: gettext_lazy("Ni avstod"),
    Step.ADOPTED: gettext_lazy("Det gemensamma svaret är antaget"),
}


READ = {Step.RECEIVED: gettext_lazy("Mottagandet är bekräftat")}


def said_last(delivery, told, *, reads):
    """The receipt that tells what the body has said; of a mailing (`reads`) that it has received it."""
    if outcome(delivery.state) in DONE:
        return latest(told, *SAID)
    return latest(told, *READ) if reads else None


def ticket(delivery, told, *, reads):
    """The arguments of ui's receipt component; None while nothing has been said."""
    said = said_last(delivery, told, reads=reads)
    if said is None:
        return None
    names = at(today()).names([delivery.body_id, delivery.round.owner_id])
    approved = latest(told, Step.APPROVED)
    lines = [
        {"label": _("När"), "value": _when(said)},
        {"label": _("Vem"), "value": _who(said)},
        *([{"label": _("Beslutat av"), "value": _who(approved)}] if approved and approved.who else []),
        {"label": _("Avser"), "value": written(delivery.round.title)},
    ]
    return {
        "number": said.number,
        "title": (SAID | READ)[said.step],
        "start": names.get(delivery.body_id, ""),
        "stop": names.get(delivery.round.owner_id, ""),
        "lines": lines,
        "told": said,
    }


def _when(told):
    text = moment(told.at, today(), get_language() or "sv")
    return text[:1].upper() + text[1:]


def _who(told):
    if told.for_them:
        return _("%(who)s, åt er") % {"who": told.for_them}
    if told.by_link:
        return by_link(told)
    if not told.who:
        return _("Växel")
    return f"{told.who}, {told.title}" if told.title else told.who


def by_link(told):
    return said_by_link(told.who, told.title, told.by_link)


def said_by_link(who, title, to):
    """What is known and what is not: where the link was sent, and the name that somebody wrote."""
    if not who:
        return _("Via länk, skickad till %(to)s") % {"to": to}
    named = f"{who}, {title}" if title else who
    return _("%(who)s enligt egen uppgift, via länk skickad till %(to)s") % {"who": named, "to": to}
