"""Of so few asked, a count tells who: such a part is opened to the sender and to its own county alone."""

from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.network.domain.kinds import Kind
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.few import tells_who
from vaxel.rounds.queries.progress import counts
from vaxel.ui.refusal import Refusal


def refuse_few(round, node_id):
    """Counts of so few would say what one body has done: Gotland's county is a single municipality."""
    if tells_who(counts(round, node_id).asked):
        sentence = _(
            "Där är så få tillfrågade att siffrorna skulle peka ut någon. De visas för avsändaren och det egna länet."
        )
        raise Refusal(sentence, status=404)


def home_of(actor) -> frozenset[int]:
    """The bodies one acts for and the counties they lie in: marked as one's own."""
    above = [county.pk for body in actor.body_ids for county in at(today()).above(body, [Kind.COUNTY])]
    return actor.body_ids | set(above)
