"""What the kernel keeps: who did each thing as an opaque id, texts where somebody may be named, and links by mail."""

from vaxel.personal.domain.table import table

WORKBOOKS_KEPT = 14

TABLES = (
    table("rounds.Frame", plain="id key as_of size kinds created_at"),
    table("rounds.FramePosition", plain="id frame position body"),
    table("rounds.FrameRange", plain="id frame node start stop"),
    table("rounds.Template", plain="id owner created_at archived_at", record="title"),
    table("rounds.TemplateVersion", plain="id template number frozen_at revision updated_at", record="content"),
    table("rounds.QuestionUse", plain="id version question_id", record="label"),
    table(
        "rounds.Round",
        plain="""id public_id kind state number owner assessor minutes is_public two_persons answer_by_link answers_public
            template_version audience route frame opens due compile_due reminds remind_days reminded_on created_at sent_at
            announced_at announced_to closed_at fed_back_at revision""",
        record="title text replaces legal_basis consulted forward_text feedback",
        trace="created_by sent_by asked_to_confirm_by",
        whose="created_by sent_by asked_to_confirm_by",
    ),
    table("rounds.RoundSender", plain="id round body"),
    table("rounds.CoWorker", plain="id round", trace="person", whose="person"),
    table(
        "rounds.Enquiry",
        plain="id round body asked_at answered_at is_published",
        record="text answer",
        trace="asked_by",
        whose="asked_by",
    ),
    table("rounds.Correction", plain="id round at", record="text", trace="by", whose="by"),
    table(
        "rounds.Delivery",
        plain="id round body position state waits_at via due received_at relayed_at answered_at approved_at",
        trace="assignee",
        whose="assignee",
    ),
    table(
        "rounds.Receipt",
        plain="id delivery step state received_at registered_by_body key",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("rounds.ReceiptNote", plain="id receipt", note="text", whose="receipt__person_id"),
    table("rounds.UnfoldedMark", plain="id round_id position"),
    table("rounds.StateVector", plain="round states totals folded_at"),
    table(
        "rounds.Answer",
        plain="id delivery number status revision created_at updated_at submitted_at decided_at on_behalf",
        record="values",
        note="returned_note",
        trace="updated_by submitted_by decided_by",
        whose="updated_by submitted_by decided_by",
    ),
    table("rounds.CarriedOver", plain="id answer question_id source"),
    table(
        "rounds.NodeCompilation",
        plain="id round node finished_at covered revision updated_at",
        record="text",
        trace="finished_by mandate_id",
        whose="finished_by",
    ),
    table(
        "rounds.JointAnswer",
        plain="id round node origins revision updated_at",
        record="values",
        trace="updated_by",
        whose="updated_by",
    ),
    table(
        "rounds.JointVersion",
        plain="id joint number origins agreement_id proposed_at",
        record="values",
        trace="proposed_by mandate_id",
        whose="proposed_by",
    ),
    table("rounds.JointCover", plain="id version delivery original"),
    table("rounds.JointSignature", plain="id public_id version delivery receipt adopted bound rebound originals"),
    table(
        "rounds.AnsweringLink",
        plain="id delivery mailbox secret_hash created_at used_at last_used_at revoked_at",
        trace="mandate created_by revoked_by",
        whose="mandate",
    ),
    table("rounds.ByLink", plain="id link receipt answer", contact="name title", whose="link__mandate"),
    table(
        "rounds.AlsoReached",
        plain="id round body via at public_id",
        note="note",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("rounds.OwnNumber", plain="id body round number"),
    table("rounds.RegisterMail", plain="body told_up_to", mailbox="address", whose="address"),
    table(
        "rounds.Reminder",
        plain="id round body matter lap reached day at bounced event_key",
        trace="by",
        whose="by",
    ),
    table(
        "rounds.SectionPart",
        plain="id delivery section_id body ready_by given_at written_at revision done_at taken_back_at",
        note="note",
        trace="person given_by written_by done_by",
        whose="person given_by written_by done_by",
    ),
    table(
        "rounds.FilledWorkbook",
        plain="id round bodies link created_at applied_at",
        passing="file_name entries seen",
        trace="by",
        whose="by",
        days=WORKBOOKS_KEPT,
    ),
)
