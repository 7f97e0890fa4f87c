from vaxel.personal.domain.table import table

MAIL_KEPT = 365
DELIVERED_KEPT = 30

TABLES = (
    table(
        "notices.Message",
        plain="""id event_key language not_before digest_key in_digest body_id to_as keeps_quiet created_at claimed_until
            sent_at cancelled_at given_up_at bounced_at followed_up_at attempts message_id""",
        mail="to subject text about last_error",
        whose="to",
        days=MAIL_KEPT,
    ),
    table("notices.FailedAddress", plain="id since", mail="address reason", whose="address"),
    table("notices.MailRhythm", plain="id rhythm", mail="address", whose="address"),
    table(
        "notices.Webhook",
        plain="id events told_up_to created_at stopped_at stopped_why",
        login="user_id mandate_id url",
        guarded="secret",
        whose="user_id",
    ),
    table(
        "notices.WebhookMessage",
        plain="id hook number type next_at claimed_until attempts sent_at given_up_at",
        passing="payload last_error",
        whose="hook__user_id",
        days=DELIVERED_KEPT,
    ),
)
