from vaxel.personal.domain.table import table

TABLES = (
    table(
        "signals.Signal",
        plain="""id public_id kind state place group author_body written_at desk level at_desk_since head answer_by answered_at
            may_publish published_at erased_at""",
        record="title text",
        index="stems",
        trace="author_person taken_by",
        whose="author_person taken_by",
    ),
    table("signals.Reached", plain="id signal body since"),
    table(
        "signals.SignalStep",
        plain="id signal step state desk body received_at other key",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("signals.StepNote", plain="id step", note="text", whose="step__person_id"),
    table("signals.PublicContact", plain="id signal", mail="email", whose="email"),
    table("signals.LedTo", plain="id signal destination object_id at joined fed_back_at", trace="by", whose="by"),
)
