"""The sentence that answers "how is it with them?", for those who see the part from above."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaxel.calendar.clock import today
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.state import Flag, Outcome, outcome
from vaxel.rounds.pages.delivery.stage import Stage

SAID = {
    Outcome.NOT_ASKED: gettext_lazy("%(body)s är inte tillfrågad."),
    Outcome.SENT: gettext_lazy("%(body)s har inte bekräftat mottagandet än."),
    Outcome.RECEIVED: gettext_lazy("%(body)s har tagit emot och inte svarat än."),
    Outcome.ANSWERED: gettext_lazy("%(body)s har svarat."),
    Outcome.NOTHING_TO_REPORT: gettext_lazy("%(body)s har inget att redovisa."),
    Outcome.DECLINED: gettext_lazy("%(body)s har avstått."),
}


OWN = {
    Outcome.ANSWERED: gettext_lazy("Ert svar är skickat."),
    Outcome.NOTHING_TO_REPORT: gettext_lazy("Ni har inget att redovisa, och det är sagt."),
    Outcome.DECLINED: gettext_lazy("Ni har avstått."),
}


def own_said(delivery, stage) -> str:
    """The same to the body itself; empty while it has something to write, when the round's title says what."""
    if stage == Stage.FOR_DECISION:
        return _("Svaret väntar på beslut hos er.")
    if stage not in (Stage.SENT, Stage.CLOSED):
        return ""
    return str(OWN.get(outcome(delivery.state), ""))


def said_of(delivery, *, asks) -> str:
    """`asks` is false for a mailing: whoever has received it owes nothing more."""
    body = {"body": at(today()).names([delivery.body_id]).get(delivery.body_id, "")}
    if delivery.waits_at_id:
        return _("%(body)s har inte fått den än: den väntar hos länet.") % body
    if delivery.state & Flag.COMPLETION_REQUESTED:
        return _("%(body)s har svarat och ombetts komplettera.") % body
    now = outcome(delivery.state)
    if now == Outcome.RECEIVED and not asks:
        return _("%(body)s har tagit emot den.") % body
    return str(SAID[now]) % body
