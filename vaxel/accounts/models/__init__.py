from vaxel.accounts.models.login import Invitation, User, UserManager
from vaxel.accounts.models.token import ApiReply, ApiToken

__all__ = ["ApiReply", "ApiToken", "Invitation", "User", "UserManager"]
