from vaxel.accounts.models.feed import FeedKey
from vaxel.accounts.models.login import Invitation, User, UserManager
from vaxel.accounts.models.token import ApiReply, ApiToken

__all__ = ["ApiReply", "ApiToken", "FeedKey", "Invitation", "User", "UserManager"]
