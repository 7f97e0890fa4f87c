from vaxel.personal.domain.table import table

TABLES = (
    table("files.Blob", plain="sha256 size media_type", file="content"),
    table(
        "files.Attachment",
        plain="id public_id blob owner_type owner_id kind pages created_at",
        file="name",
        trace="created_by",
        whose="created_by",
    ),
)
