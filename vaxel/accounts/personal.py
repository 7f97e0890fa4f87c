"""What the login keeps about people, with the tables of Django and allauth that it brought in."""

from vaxel.personal.domain.table import table

INVITATIONS_KEPT = 90  # days after the link has run out
REPLIES_KEPT = 30

TABLES = (
    table(
        "accounts.User",
        plain="id is_superuser is_active is_example logins_ended created_at groups user_permissions",
        login="email language last_login",
        guarded="password",
        trace="public_id",
        whose="pk",
    ),
    table("accounts.User_groups", plain="id user group"),
    table("accounts.User_user_permissions", plain="id user permission"),
    table(
        "accounts.Invitation",
        plain="id created_at expires_at used_at revoked_at",
        login="user inviter note",
        guarded="token_hash",
        whose="user",
        days=INVITATIONS_KEPT,
    ),
    table("accounts.FeedKey", plain="created_at", login="user", guarded="token_hash", whose="user"),
    table(
        "accounts.ApiToken",
        plain="id scopes created_at expires_on used_on revoked_at",
        login="user mandate_id name",
        guarded="token_hash",
        whose="user",
    ),
    table(
        "accounts.ApiReply",
        plain="id token key fingerprint status created_at",
        passing="body",
        whose="token__user",
        days=REPLIES_KEPT,
    ),
    table("account.EmailAddress", plain="id verified primary", login="user email", whose="user"),
    table(
        "account.EmailConfirmation",
        plain="id created sent",
        login="email_address",
        guarded="key",
        whose="email_address__user",
    ),
    table("mfa.Authenticator", plain="id type created_at last_used_at", login="user", guarded="data", whose="user"),
    table("sessions.Session", plain="expire_date", guarded="session_key session_data", days=0),
    table("auth.Permission", plain="id name content_type codename"),
    table("auth.Group", plain="id name permissions"),
    table("auth.Group_permissions", plain="id group permission"),
    table("contenttypes.ContentType", plain="id app_label model"),
)
