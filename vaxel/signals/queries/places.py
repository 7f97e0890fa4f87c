"""Where a signal may be about, as one native list: the country, then county by county with its municipalities."""

from django.utils.translation import gettext as _

from vaxel.calendar import clock
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Closure
from vaxel.network.queries.asof import at


def places(*, country=False) -> list:
    """Choices for a select, grouped; four queries. `country` is for those who speak for more than one place."""
    network = at(clock.today())
    counties = sorted(network.of_kind(Kind.COUNTY), key=lambda body: swedish_key(body.name))
    municipalities = {body.pk: body for body in network.of_kind(Kind.MUNICIPALITY)}
    within = Closure.objects.at(clock.today()).filter(
        tree=Tree.GOVERNANCE, ancestor__in=[county.pk for county in counties], descendant__in=municipalities
    )
    inside: dict[int, list] = {}
    for county, municipality in within.values_list("ancestor_id", "descendant_id"):
        inside.setdefault(county, []).append(municipalities[municipality])
    groups = [
        (county.name, [(county.pk, _("Hela %(county)s") % {"county": county.name}), *_named(inside.get(county.pk, []))])
        for county in counties
    ]
    whole = [(body.pk, _("Hela landet")) for body in network.of_kind(Kind.NATION)] if country else []
    return [*whole, *groups]


def _named(bodies):
    return [(body.pk, body.name) for body in sorted(bodies, key=lambda body: swedish_key(body.name))]
