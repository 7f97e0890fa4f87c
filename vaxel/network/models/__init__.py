from vaxel.network.models.agreement import AgreementParty, CountyAgreement, SharedResource
from vaxel.network.models.body import Body, FunctionMailbox, Identity
from vaxel.network.models.facts import Grouping, Neighbour, Peer, Population, TilePlace
from vaxel.network.models.people import Mandate, Person
from vaxel.network.models.reaching import Absence, ContactOrder, SteeringMailbox
from vaxel.network.models.taking import Taking
from vaxel.network.models.tie import Closure, Succession, Tie
from vaxel.network.models.unit_import import UnitImport

__all__ = [
    "Absence",
    "AgreementParty",
    "Body",
    "Closure",
    "ContactOrder",
    "CountyAgreement",
    "FunctionMailbox",
    "Grouping",
    "Identity",
    "Mandate",
    "Neighbour",
    "Peer",
    "Person",
    "Population",
    "SharedResource",
    "SteeringMailbox",
    "Succession",
    "Taking",
    "Tie",
    "TilePlace",
    "UnitImport",
]
