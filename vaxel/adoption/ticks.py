"""What time makes due for adoption. Idempotent; catches up."""

from vaxel.adoption.commands.folding import fold_all
from vaxel.adoption.commands.framing import keep_up
from vaxel.adoption.commands.steps import open_due

__all__ = ["fold_all", "keep_up", "open_due"]
