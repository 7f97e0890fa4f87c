"""Money is between bodies. Who did what is an opaque id; what parties have signed stays as they signed it."""

from vaxel.personal.domain.table import table

TABLES = (
    table(
        "funding.Agreement",
        plain="""id public_id year reference owner orderer payer assessor state rounding level unit_ore prepared_at replaces
            created_at revision""",
        record="name text",
        trace="prepared_by",
        whose="prepared_by",
    ),
    table("funding.AgreementParty", plain="id agreement body"),
    table("funding.Deadline", plain="id agreement link day"),
    table("funding.Condition", plain="id agreement stream kind least_percent opens_next_year", record="text"),
    table(
        "funding.Stream",
        plain="id agreement key pot_ore receivers allocation reference_date base_ore place",
        record="title purpose",
    ),
    table("funding.StreamAmount", plain="id stream body amount_ore parts"),
    table(
        "funding.BudgetLine",
        plain="id body stream year planned_ore agreed_ore accounted_ore place",
        record="label",
    ),
    table(
        "funding.Contract",
        plain="""id public_id agreement stream parent to drafter payer body proposed_at ended_on replaces replaced_at
            created_at""",
        record="end_reason",
    ),
    table(
        "funding.ContractVersion",
        plain="""id contract number sha256 total_ore planned_municipal_ore least_percent starts ends municipal_by interim_on
            final_on made_at""",
        sealed="content facts reference why",
        trace="made_by",
        whose="made_by",
    ),
    table("funding.ContractParty", plain="id contract body place"),
    table(
        "funding.SignedCopy",
        plain="id version attachment signed_on body said_at",
        trace="said_by",
        whose="said_by",
    ),
    table(
        "funding.ContractSignature",
        plain="id party version sha256 copy signed_on signed_at",
        trace="mandate person_id",
        whose="person_id",
    ),
    table("funding.SealedContract", plain="id version attachment sha256 fingerprint sealed_at"),
    table(
        "funding.ContractAccount",
        plain="id contract day used_ore municipal_ore body made_at",
        sealed="text",
        trace="made_by",
        whose="made_by",
    ),
    table(
        "funding.Decision",
        plain="id public_id agreement version outputs sha256 prepared_at decided_at",
        sealed="inputs",
        trace="prepared_by decided_by",
        whose="prepared_by decided_by",
    ),
    table("funding.Grant", plain="id decision stream body share_ore"),
    table("funding.Payout", plain="id decision body kind share_ore payout_ore"),
    table(
        "funding.LedgerEntry",
        plain="""id kind day ore stream year source target refers_to reverses source_type source_ref key entered_at""",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table(
        "funding.PocketBalance",
        plain="""id body stream year granted requisitioned received pooled passed_on shared_out used declined lapsed repaid
            owed carried_out carried_in left""",
    ),
    table("funding.RepaymentClaim", plain="id entry deadline grace_days", record="reason"),
    table(
        "funding.Pool",
        plain="""id public_id owner host agreement resource kind year cost_ore yearly_ore percent months key state
            proposed_at agreed_at created_at revision streams""",
        record="title purpose",
        trace="made_by",
        whose="made_by",
    ),
    table("funding.Pool_streams", plain="id pool stream"),
    table(
        "funding.PoolPart",
        plain="id pool body stream ore rest_ore basis answer answered_at",
        note="reason",
        trace="mandate answered_by",
        whose="answered_by",
    ),
    table(
        "funding.Proposal",
        plain="id county agreement revision created_at changed_at",
        record="introduction reporting",
    ),
    table("funding.ProposalUse", plain="id proposal stream", record="purpose group steering decides reports"),
    table("funding.RequisitionCall", plain="id agreement round attested payer_org_number followed_at"),
    table(
        "funding.RequisitionStep",
        plain="id call delivery body stream state amount_ore answer received_at",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("funding.Requisition", plain="id call body stream state amount_ore step"),
    table("funding.Scenario", plain="id agreement made_at", record="name changes", trace="made_by", whose="made_by"),
    table("funding.SpendingRound", plain="id agreement round interim followed_at"),
    table(
        "funding.SpendingReport",
        plain="id spending delivery answer body stream had_ore used_ore carried_ore repay_ore received_at",
    ),
    table(
        "funding.SpendingJudgement",
        plain="id spending body condition answer verdict at opens_on",
        trace="person_id mandate_id",
        whose="person_id",
    ),
    table("funding.JudgementReason", plain="id judgement", note="text", whose="judgement__person_id"),
)
