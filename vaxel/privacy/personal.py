from vaxel.personal.domain.table import table

TABLES = (
    table(
        "privacy.ErasureDecision",
        plain="id public_id body regime ground scope reference drafted_at decided_at carried_out_at outcome",
        record="reason words",
        trace="person drafted_by decided_by",
        whose="person drafted_by decided_by",
    ),
)
