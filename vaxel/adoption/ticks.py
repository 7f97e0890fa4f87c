"""What time makes due for adoption. Idempotent; catches up."""

from vaxel.adoption.commands.folding import fold_all
from vaxel.adoption.commands.framing import keep_up
from vaxel.adoption.commands.steps import open_due
from vaxel.adoption.commands.telling import follow_up

__all__ = ["fold_all", "follow_up", "keep_up", "open_due"]
