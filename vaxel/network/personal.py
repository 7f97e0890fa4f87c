"""Facts about Sweden are about nobody; people, what they hold and where they are reached are."""

from vaxel.personal.domain.table import table

IMPORTS_KEPT = 30

TABLES = (
    table("network.Body", plain="id kind decides_in_two_steps reference_key created_at"),
    table(
        "network.Identity",
        plain="id valid_from valid_to body kind code within folded",
        record="name short_name also_called source",
    ),
    table("network.FunctionMailbox", plain="id valid_from valid_to body", mailbox="address", whose="address"),
    table("network.SteeringMailbox", plain="id valid_from valid_to county", mailbox="address", whose="address"),
    table(
        "network.Person", plain="id erased_at", contact="name email phone", login="user", trace="public_id", whose="pk"
    ),
    table(
        "network.Mandate",
        plain="id valid_from valid_to body role deputy created_at",
        contact="title",
        trace="person",
        whose="person",
    ),
    table(
        "network.CountyAgreement",
        plain="id valid_from valid_to county renewal notice_months permits follows proposed_at revision created_at",
        record="title text",
    ),
    table(
        "network.AgreementParty",
        plain="id agreement body signed_on",
        trace="mandate signed_by",
        whose="signed_by mandate",
    ),
    table("network.SharedResource", plain="id agreement kind percent host", record="name"),
    table("network.Population", plain="id body kind reference_date people women men status source"),
    table("network.Neighbour", plain="id body neighbour"),
    table("network.Peer", plain="id likeness year body peer"),
    table("network.Grouping", plain="id valid_from valid_to scheme body code name"),
    table("network.TilePlace", plain="id layout body column row"),
    table("network.ContactOrder", plain="id valid_from valid_to body turns"),
    table(
        "network.Absence",
        plain="id valid_from valid_to body created_at",
        trace="person stand_in",
        whose="person stand_in",
    ),
    table("network.Taking", plain="id body key at", trace="person", whose="person"),
    table("network.Tie", plain="id valid_from valid_to tree child parent parent_kind extent source"),
    table("network.Closure", plain="id valid_from valid_to tree ancestor descendant depth"),
    table("network.Succession", plain="id before after kind day source", record="note"),
    table(
        "network.UnitImport",
        plain="id principal created_at applied_at",
        passing="file_name rows",
        trace="by",
        whose="by",
        days=IMPORTS_KEPT,
    ),
)
