from vaxel.personal.domain.table import table

TABLES = (
    table(
        "adoption.Thing",
        plain="""id public_id kind owner owner_type owner_ref target_kinds need_indicator state retires_on replaced_by since
            created_at revision""",
        record="name description",
    ),
    table("adoption.ThingRound", plain="id thing round"),
    table("adoption.StageVector", plain="thing frame stages looked_on folded_at"),
    table(
        "adoption.PeerCheck",
        plain="id thing body peer state stage visited_on invited_at told_at settled_at",
        record="message saw",
    ),
    table(
        "adoption.AdoptionStep",
        plain="id thing body stage happened_on registered_at opens_on corrects key",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("adoption.Opening", plain="id step at", trace="person_id mandate_id", whose="person_id"),
    table("adoption.Evidence", plain="id step indicator delivery", note="text", whose="step__person_id"),
    table("adoption.Standing", plain="id thing body stage"),
    table("adoption.StageMark", plain="id thing_id body_id"),
    table(
        "adoption.NeedSet",
        plain="id thing unit year high_is_need created_at applied_at",
        record="label source file_name rows",
        trace="by",
        whose="by",
    ),
    table("adoption.NeedFigure", plain="id need_set body value"),
    table(
        "adoption.Retirement",
        plain="""id thing state proposed_by_body proposed_at source_type source_id consultation outcome from_day replacement
            prepared_at decided_at notice reminded_at ended_at""",
        record="reason decision",
        trace="proposed_by prepared_by decided_by",
        whose="proposed_by prepared_by decided_by",
    ),
)
