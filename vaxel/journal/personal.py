from vaxel.personal.domain.table import table

TABLES = (
    table(
        "journal.Entry",
        plain="id at action on_behalf_of object_type object_id facts note_hash",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("journal.Note", plain="entry salt", journaled="text", whose="entry__person_id"),
    table("journal.Seal", plain="number entry previous hash sealed_at"),
)
