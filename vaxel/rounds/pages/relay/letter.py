from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_long
from vaxel.network.queries.asof import at
from vaxel.rounds.words import kind_of


def letter(round) -> str:
    """A text to forward as it is: the sender's own if it wrote one, else what one needs to know to act."""
    if round.forward_text.strip():
        return round.forward_text.strip()
    names = at(today()).names([*round.senders.values_list("body_id", flat=True), round.owner_id])
    lines = [
        _("%(title)s (%(kind)s från %(senders)s)")
        % {"title": round.title, "kind": kind_of(round).one, "senders": ", ".join(names.values())},
        f"{kind_of(round).due} {day_long(round.due, get_language() or 'sv')}." if round.due else "",
        _("Beräknad tid: %(n)s minuter.") % {"n": round.minutes} if round.minutes else "",
        _("Ersätter %(what)s.") % {"what": round.replaces} if round.replaces else "",
        _("Ni har fått ett mejl från Växel med länk till frågorna. De går att läsa och skriva ut utan att logga in."),
    ]
    return "\n".join(line for line in lines if line)
